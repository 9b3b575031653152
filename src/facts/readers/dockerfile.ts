import { type Fact, UNKNOWN } from '../model/fact';

/** One `FROM` of a Dockerfile with what follows it. */
interface BuildStage {
  readonly base: string;
  readonly name?: string;
  readonly user?: string;
}

/**
 * The user that the image of a Dockerfile runs as, unless somebody else says otherwise.
 *
 * Absent when the Dockerfile leaves the user to its base image, and unknown when a build argument decides or the base
 * has a user of its own.
 */
export function userOf(dockerfile: string, target?: string): Fact<string> {
  const stages = stagesOf(dockerfile);
  return userOfStage(stages, target === undefined ? stages.length - 1 : indexOf(stages, target));
}

/** An empty image has no user of its own, which means root. */
function userOfStage(stages: readonly BuildStage[], index: number): Fact<string> {
  const stage = stages[index];
  if (stage === undefined) return UNKNOWN;
  if (stage.user !== undefined) return stage.user.includes('$') ? UNKNOWN : stage.user;
  if (stage.base === 'scratch') return 'root';
  if (stage.base.includes('$')) return UNKNOWN;
  const earlier = indexOf(stages.slice(0, index), stage.base);
  return earlier < 0 ? userOfBase(stage.base) : userOfStage(stages, earlier);
}

/** How makers of images tell that theirs do not start as root; as whom they do, the name does not tell. */
const NOT_ROOT = /non-?root|rootless|unprivileged|chiseled|^cgr\.dev\/chainguard\//;

const userOfBase = (base: string): Fact<string> => NOT_ROOT.test(base) ? UNKNOWN : undefined;

/** A stage goes by its name or by its number. */
const indexOf = (stages: readonly BuildStage[], target: string): number =>
  stages.findIndex(({ name }, index) => name === target.toLowerCase() || String(index) === target);

function stagesOf(dockerfile: string): readonly BuildStage[] {
  return instructionsOf(dockerfile).reduce<readonly BuildStage[]>((stages, [instruction, [first, as, name]]) => {
    if (instruction === 'FROM') return [...stages, { base: first, name: as?.toUpperCase() === 'AS' ? name.toLowerCase() : undefined }];
    return instruction === 'USER' && stages.length > 0 ? [...stages.slice(0, -1), { ...stages[stages.length - 1], user: first }] : stages;
  }, []);
}

/** Lines that end in a backslash go on; flags such as `--platform` stand before the arguments. */
function instructionsOf(dockerfile: string): readonly (readonly [instruction: string, words: readonly string[]])[] {
  const lines = dockerfile.split(/\r?\n/).filter(line => !/^\s*#/.test(line)).join('\n').replace(/\\[ \t]*\n/g, ' ').split('\n');
  return lines.map(line => line.trim().split(/\s+/)).map(([instruction, ...words]) =>
    [instruction.toUpperCase(), words.filter(word => !word.startsWith('--'))] as const).filter(([, words]) => words.length > 0);
}
