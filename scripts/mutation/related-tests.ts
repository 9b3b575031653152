import { spawnSync } from 'node:child_process';
import { dirname, join, relative, sep } from 'node:path';

/** Tests that take their program from a bundle or a process of its own see no mutant in the source, and matrices tell nothing that smaller tests do not. */
const BLIND_OR_WIDE = /examples|readme|[.]wide[.]|\/cli\/(?:diagnose|judge-templates|templates-together|unreadable-input|catalogues)|cdk-synth|shipped-analyzer|corpus\/sound|fuzz[.]test|mutated-facts/;

/** The tests that a file, by its path from the root, takes part in: first the one that has its name, then those of its own folder, then all others. */
export function relatedTests(root: string, file: string): readonly (readonly string[])[] {
  const { stdout } = spawnSync(join(root, 'node_modules/.bin/jest'), ['--listTests', '--findRelatedTests', file], { cwd: root, encoding: 'utf8' });
  const tests = stdout.split('\n').filter(path => path.endsWith('.test.ts') && !BLIND_OR_WIDE.test(path)).sort();
  const mirrored = file.replace(/^src/, 'test').replace(/(?:[.]\w+)?[.]ts$/, '.test.ts');
  const [, folder] = file.split(sep);
  const nearness = [
    (path: string) => path === mirrored,
    (path: string) => dirname(path) === dirname(mirrored),
    (path: string) => path.startsWith(join('test', folder)),
    () => true,
  ];
  const stageOf = (path: string): number => nearness.findIndex(isNear => isNear(relative(root, path)));
  return nearness.map((_, stage) => tests.filter(path => stageOf(path) === stage)).filter(stage => stage.length > 0);
}
