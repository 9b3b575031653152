import { bounded, oneLine } from '../clean/clean-text';
import { isObject, type JsonObject, objects, text, wholeNumber } from '../model/json-fields';
import type { Change, ChangeAspect } from '../model/settings';

const LONGEST_SIDE = 120;

/** One thing to compare: what it is called, and how it reads. */
type Aspect = readonly [name: ChangeAspect, read: (object: JsonObject) => string | undefined];

/** What the later of two task definitions does differently; of variables and secrets only the names. */
export function differences(before: JsonObject, after: JsonObject): readonly Change[] {
  return [...containerDifferences(before, after), ...compare(OF_TASK, before, after)];
}

function containerDifferences(before: JsonObject, after: JsonObject): readonly Change[] {
  const [earlier, later] = [before, after].map(containersOf);
  return [
    ...[...later].flatMap(([name, container]) => {
      const known = earlier.get(name);
      return known ? differencesOf(name, known, container) : [{ aspect: 'containers' as const, words: `container ${name} added` }];
    }),
    ...[...earlier.keys()]
      .filter(name => !later.has(name))
      .map(name => ({ aspect: 'containers' as const, words: `container ${name} removed` })),
  ];
}

const containersOf = ({ containerDefinitions }: JsonObject): ReadonlyMap<string, JsonObject> => new Map(named(containerDefinitions));

/** The items of a list by their names. */
const named = (list: unknown): readonly (readonly [name: string, item: JsonObject])[] =>
  objects(list).flatMap(item => typeof item.name === 'string' ? [[item.name, item] as const] : []);

const differencesOf = (name: string, before: JsonObject, after: JsonObject): readonly Change[] => [
  ...compare(OF_CONTAINER, before, after),
  ...compareNames('environment', 'value', before.environment, after.environment),
  ...compareNames('secrets', 'valueFrom', before.secrets, after.secrets),
].map(({ aspect, words }) => ({ aspect, words: `container ${name}: ${words}` }));

function compare(aspects: readonly Aspect[], before: JsonObject, after: JsonObject): readonly Change[] {
  return aspects.flatMap(([aspect, read]) => {
    const [from, to] = [before, after].map(read);
    return from === to ? [] : [{ aspect, words: `${aspect} ${side(from)} → ${side(to)}` }];
  });
}

const side = (value: string | undefined): string => value ? bounded(oneLine(value), LONGEST_SIDE) : 'none';

/** Which names came, went, or stand for something else; what they stand for is nobody's business. */
function compareNames(aspect: ChangeAspect, field: string, before: unknown, after: unknown): readonly Change[] {
  const [earlier, later] = [before, after].map(list => new Map(named(list).map(([name, item]) => [name, item[field]])));
  const parts = [
    ['added', [...later.keys()].filter(name => !earlier.has(name))],
    ['removed', [...earlier.keys()].filter(name => !later.has(name))],
    ['changed', [...later.keys()].filter(name => earlier.has(name) && earlier.get(name) !== later.get(name))],
  ] as const;
  const told = parts.filter(([, names]) => names.length > 0).map(([how, names]) => `${how} ${names.sort().join(', ')}`);
  return told.length === 0 ? [] : [{ aspect, words: `${aspect} ${told.join('; ')}` }];
}

/** The words of a command as one text, in which redaction finds what belongs together. */
const command = (...lists: readonly unknown[]): string => lists.flatMap(list => Array.isArray(list) ? list : []).map(String).join(' ');

const number = (value: unknown): string | undefined => wholeNumber(value)?.toString();

const flag = (value: unknown): string => value === true ? 'on' : 'off';

const each = (value: unknown, words: (item: JsonObject) => string): string => objects(value).map(words).sort().join(', ');

const OF_CONTAINER: readonly Aspect[] = [
  ['image', ({ image }) => text(image)],
  ['command', container => command(container.entryPoint, container.command)],
  ['working directory', ({ workingDirectory }) => text(workingDirectory)],
  ['user', ({ user }) => text(user)],
  ['memory', ({ memory }) => number(memory)],
  ['ports', ({ portMappings }) => each(portMappings, ({ containerPort }) => String(containerPort))],
  ['health check', ({ healthCheck }) => isObject(healthCheck) ? healthCheckWords(healthCheck) : undefined],
  ['essential', ({ essential }) => flag(essential !== false)],
  ['read-only root', ({ readonlyRootFilesystem }) => flag(readonlyRootFilesystem)],
  [
    'mounts',
    ({ mountPoints }) => each(mountPoints, ({ sourceVolume, containerPath }) => `${String(sourceVolume)} at ${String(containerPath)}`),
  ],
  ['dependencies', ({ dependsOn }) => each(dependsOn, ({ containerName, condition }) => `${String(containerName)} ${String(condition)}`)],
  ['environment files', ({ environmentFiles }) => each(environmentFiles, ({ value }) => String(value))],
  ['log', ({ logConfiguration }) => isObject(logConfiguration) ? logWords(logConfiguration) : undefined],
];

const OF_TASK: readonly Aspect[] = [
  ['cpu', ({ cpu }) => number(cpu)],
  ['memory', ({ memory }) => number(memory)],
  ['task role', ({ taskRoleArn }) => text(taskRoleArn)],
  ['execution role', ({ executionRoleArn }) => text(executionRoleArn)],
  ['architecture', ({ runtimePlatform }) => isObject(runtimePlatform) ? text(runtimePlatform.cpuArchitecture) : undefined],
  ['ephemeral storage', ({ ephemeralStorage }) => isObject(ephemeralStorage) ? number(ephemeralStorage.sizeInGiB) : undefined],
  ['volumes', ({ volumes }) => each(volumes, ({ name }) => String(name))],
];

function healthCheckWords(check: JsonObject): string {
  const times = ['interval', 'timeout', 'retries', 'startPeriod'].flatMap(name =>
    number(check[name]) ? [`${name} ${number(check[name])}`] : [],
  );
  return [command(check.command), ...times].join(', ');
}

/** The options of other drivers may be secrets. */
function logWords({ logDriver, options }: JsonObject): string {
  const told = ['awslogs-group', 'awslogs-region', 'mode'].flatMap(name =>
    isObject(options) && text(options[name]) ? [`${name} ${String(options[name])}`] : [],
  );
  return [String(logDriver), ...told].join(', ');
}
