import { readDocuments } from '../../src/cli/input/gather-evidence';
import { diagnose } from '../../src/diagnosis/diagnose';
import { namesInText } from '../../src/evidence/text/names-in-text';
import TOLD from '../evidence/data/told-stops.json';

interface Told {
  readonly text: string;
  readonly cause?: string;
  readonly exitCode?: number;
  readonly container?: string;
  /** Everything that the text names; whatever else looks like a name is none. */
  readonly names: Readonly<Record<string, string | undefined>>;
}

/** What commands call a kind that they have to leave open. */
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  cluster: '<cluster>',
  service: '<service>',
  stack: '<stack>',
  task: '<task-id>',
  taskDefinition: '<task-definition>',
  logGroup: '<log-group>',
};

const told: readonly Told[] = TOLD;

describe.each(told.map(one => [one.text.replace(/\s+/g, ' ').slice(0, 70), one] as const))('of "%s"', (_, { text, cause, exitCode, container, names }) => {
  const [evidence, ...others] = readDocuments('a text', text, {}).evidence;
  const diagnosis = diagnose(evidence);

  test('the names are read, and no other words', () => {
    expect(namesInText(text)).toEqual(names);
    expect(evidence.task.containers.map(({ name }) => name).filter(Boolean)).toEqual(container === undefined ? [] : [container]);
  });

  test('one stop is diagnosed, by the exit code that is told', () => {
    expect(others).toEqual([]);
    expect(diagnosis.exitCode ?? undefined).toBe(exitCode);
    expect(cause ?? diagnosis.cause).toBe(diagnosis.cause);
  });

  test('the commands leave none of the names open', () => {
    const commands = [...diagnosis.actions.flatMap(action => action.commands), ...diagnosis.gaps.map(({ because }) => because)];
    const open = Object.keys(names).filter(kind => kind in PLACEHOLDERS && commands.some(command => command.includes(PLACEHOLDERS[kind])));
    expect(open).toEqual([]);
    const withoutRegion = commands.filter(command => /(?:^|\n)\s*aws (?!iam )/.test(command) && !command.includes(`--region ${names.region}`));
    expect(names.region === undefined ? [] : withoutRegion).toEqual([]);
  });
});
