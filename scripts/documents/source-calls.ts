import { COLLECTORS, LATER } from '../../src/evidence/collectors/catalogue';

/** Which calls each collector makes, as a file of `src/evidence/collect`: the construct grants them and must not load what reads. */
export const sourceCallsAsTypeScript = (): string => [
  '// Generated from the collectors by `npm run docs`.',
  "import type { ReadAction } from './account-reads';",
  '',
  '/** The calls that each kind of evidence takes, by its name. */',
  'export const SOURCE_CALLS: Readonly<Record<string, readonly ReadAction[]>> = {',
  ...[...COLLECTORS, ...LATER].flatMap(({ name, calls }) => [`  '${name}': [`, ...calls.map(call => `    '${call}',`), '  ],']),
  '};',
  '',
  '/** The kinds of evidence that AWS has some minutes after a stop only. */',
  `export const LATER_SOURCES: readonly string[] = [${LATER.map(({ name }) => `'${name}'`).join(', ')}];`,
  '',
].join('\n');
