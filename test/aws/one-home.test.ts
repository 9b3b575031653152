import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SOURCE_FILES } from '../laws/source-files';

/** What AWS fixes and `src/aws` knows: domains, hosts of registries, names of partitions. */
const OF_AWS = /amazonaws\.com|amazonaws\.eu|dkr[.-]ecr|arn:aws|\.on\.aws\b/;

/** Where such a text may stand outside `src/aws`, and why. */
const MAY_STAND: readonly (readonly [file: RegExp, because: string])[] = [
  [/^src\/diagnosis\/signatures\//, 'signatures quote what AWS writes, and their advice names it for people'],
  [/^src\/evidence\/clean\/redact\.ts$/, 'redaction passes over whatever begins like an ARN'],
  [/^src\/evidence\/text\/stop-text\.ts$/, 'this folder reads plain text, and finds the ARN of a task in what people paste'],
  [/^src\/analyzer\/handler\/warm-up\.lambda\.ts$/, 'the stop that warms the function up is made up, down to its ARNs'],
  [/^src\/guardrails\/reachability\/route\.ts$/, 'a finding spells the two kinds of names for people'],
];

const isComment = (line: string): boolean => /^\s*(?:\/\/|\/\*|\*)/.test(line);

const linesThatKnowAws = (file: string, text: string): readonly string[] =>
  text.split('\n').flatMap((line, index) => OF_AWS.test(line) && !isComment(line) ? [`${file}:${index + 1}`] : []);

const mayStand = (file: string): boolean => file.startsWith('src/aws/') || MAY_STAND.some(([pattern]) => pattern.test(file));

const read = (file: string): string => readFileSync(join(__dirname, '..', '..', file), 'utf8');

test('what AWS fixes is written in src/aws alone', () => {
  expect(SOURCE_FILES.filter(file => !mayStand(file)).flatMap(file => linesThatKnowAws(file, read(file)))).toEqual([]);
});

test.each(MAY_STAND)('the exception for %p is needed: %s', pattern => {
  expect(SOURCE_FILES.filter(file => pattern.test(file)).flatMap(file => linesThatKnowAws(file, read(file)))).not.toEqual([]);
});

test.each([
  "const HOST = 'logs.eu-west-1.amazonaws.com';",
  "const HOST = '111122223333.dkr.ecr.eu-west-1.on.aws';",
  "const ROLE = 'arn:aws-cn:iam::111122223333:role/web';",
])('a line such as %s is found', line => {
  expect(linesThatKnowAws('src/service/web.ts', `\n${line}\n`)).toEqual(['src/service/web.ts:2']);
});

test('what a comment explains is not found', () => {
  expect(linesThatKnowAws('src/service/web.ts', '  /** Trusts `ecs-tasks.amazonaws.com`. */\n   * `events.amazonaws.com`')).toEqual([]);
});
