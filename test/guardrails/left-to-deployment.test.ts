import { App, Stack } from 'aws-cdk-lib';
import { SOUND } from './corpus/sound/catalogue';
import type { TemplateSource } from '../../src/facts/template/source/template-source';
import { Templates } from '../../src/facts/template/templates';
import { CATALOGUE } from '../../src/guardrails/catalogue';
import { findUnjudged } from '../../src/guardrails/find-unjudged';
import { findJudged, judgeDeclared } from '../../src/guardrails/judge-declared';
import { collectTemplates } from '../../src/guardrails/plugin/collect-templates';

/** Where a value stands in the properties of a resource. */
type Path = readonly string[];

/** At most so many values of one configuration are tried, spread over its template; more where made-up input is tried in large numbers. */
const MOST_TRIED = process.env.FUZZ_RUNS === undefined ? 25 : 100;

const PARAMETER = 'LeftToDeployment';

function sourcesOf(declare: (stack: Stack) => void): readonly TemplateSource[] {
  const app = new App();
  declare(new Stack(app, 'S', { env: { account: '111122223333', region: 'eu-west-1' } }));
  app.synth();
  return collectTemplates(app);
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** Every value that stands somewhere in the properties of the resources. */
function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  const inner = isGroup(value) ? Object.entries(value).flatMap(([name, next]) => pathsIn(next, [...path, name])) : [];
  return path.length > 2 && path[1] === 'Properties' ? [path, ...inner] : inner;
}

function replaced(value: unknown, [name, ...others]: Path, by: unknown): unknown {
  if (name === undefined) return by;
  const old = (value as Readonly<Record<string, unknown>>)[name];
  return Array.isArray(value)
    ? value.map((item: unknown, index) => String(index) === name ? replaced(item, others, by) : item)
    : { ...value as object, [name]: replaced(old, others, by) };
}

const declaresTask = ({ body }: TemplateSource): boolean =>
  Object.values(body.Resources ?? {}).some(({ Type }) => ['AWS::ECS::Service', 'AWS::ECS::TaskDefinition'].includes(Type));

/** The errors of an app in which one value of its first template with a task is another one. */
function errorsWith(sources: readonly TemplateSource[], path: Path, value: unknown): readonly string[] {
  const changed = sources.find(declaresTask);
  const templates = new Templates(sources.map(source => source === changed ? withValue(source, path, value) : source));
  const findings = [...findUnjudged(templates), ...findJudged(templates).flatMap(judged => judgeDeclared(templates, judged, CATALOGUE))];
  return findings.filter(({ level }) => level === 'error').map(({ rule, seen }) => `${path.join('.')} makes ${rule.id}: ${seen}`);
}

const withValue = (source: TemplateSource, path: Path, value: unknown): TemplateSource => ({
  ...source,
  body: {
    ...source.body,
    Parameters: { ...source.body.Parameters, [PARAMETER]: { Type: 'String' } },
    Resources: replaced(source.body.Resources, path, value) as TemplateSource['body']['Resources'],
  },
});

/** A parameter cannot hold the name that CloudFormation makes up for a role, and makes no resource wait for another. */
const TIES: ReadonlySet<string> = new Set(['Roles', 'TestListenerRule']);

/** Values of every kind that JSON knows. */
const OF_ALL_KINDS: readonly unknown[] = [undefined, null, '', 'é', -1, true, [], {}, [[]], { 'Fn::GetAtt': [] }, { 'Fn::Nonsense': 1 }];

describe.each(SOUND.filter((_, index) => index % 7 === 0))('$sentence', ({ declare }) => {
  const sources = sourcesOf(declare);
  const paths = pathsIn(sources.find(declaresTask)?.body.Resources);
  const tried = paths.filter((_, index) => index % Math.ceil(paths.length / MOST_TRIED) === 0);

  test('has no error if any value is left to deployment', () => {
    const known = tried.filter(path => !path.some(name => TIES.has(name)));
    expect(known.length).toBeGreaterThan(20);
    expect(known.flatMap(path => errorsWith(sources, path, { Ref: PARAMETER }))).toEqual([]);
  });

  test('is judged if any value is of another kind', () => {
    const errors = tried.flatMap((path, index) => errorsWith(sources, path, OF_ALL_KINDS[index % OF_ALL_KINDS.length]));
    expect(errors.filter(error => /threw|could not be read/.test(error))).toEqual([]);
  });
});
