import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cdkSynthIn, folderWith } from './run-cdk-synth';
import { CDK_INIT_FLAGS, FLAG_SETS } from '../cdk-init-flags';

describe.each(Object.entries(FLAG_SETS))('under %s,', (_, flags) => {
  describe('never open:', () => {
    const withGap = (gap: string, ...options: readonly string[]) => cdkSynthIn(folderWith(flags), 'unsafe-app/never-open.ts', '--context', `gap=${gap}`, ...options);

    test.each([
      ['a capacity provider that nobody knows, of a task definition for Fargate', 'capacityProvider', 'The circuit breaker is on, but does not roll back'],
      ['a strict registration after a lenient one', 'strictAfterLenient', 'The circuit breaker is on, but does not roll back'],
      ['guardrails that break down', 'breakdown', 'nobody is told anything'],
      ['a loop that is expanded at deployment', 'loop', "'Fn::ForEach::Services' is expanded at deployment"],
      ['an included file', 'include', "the macro 'AWS::Include' may add and change resources at deployment"],
      ['a parameter none of whose allowed values is sound', 'allowedValues', "with every allowed value of parameter 'Cpu'"],
    ])('%s fails the synthesis', async (_gap, gap, words) => {
      const { exitCode, output } = await withGap(gap);
      expect(output).toContain(words);
      expect(exitCode).toBe(1);
    });

    describe('the switch that turns guardrails off leaves a line in the output, in the report of the CDK, and in the report file, when it is', () => {
      test.each([
        ['on the command line', 'unsafe-app/never-open.ts', {}, ['--context', 'hardened-fargate:guardrails=off']],
        ['in cdk.json', 'unsafe-app/never-open.ts', { 'hardened-fargate:guardrails': 'off' }, []],
        ['in the context of the app', 'unsafe-app/never-open.ts --off', {}, []],
      ])('%s', async (_place, command, context, options) => {
        const folder = folderWith({ ...flags, ...context });
        const report = join(folder, 'reports', 'guardrails.json');
        const { exitCode, output, judgement } = await cdkSynthIn(
          folder, command, '--context', 'gap=off', '--context', `report=${report}`, ...options,
        );
        expect(output).toContain("The context 'hardened-fargate:guardrails' is off");
        expect(exitCode).toBe(0);
        expect(judgement.violations.map(({ ruleName }) => ruleName)).toEqual(['guardrails-off']);
        expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({ findings: [{ rule: 'guardrails-off', level: 'warning' }] });
      });
    });
  });
});

// No feature flag is about plugins.
describe('where the CDK does not tell plugins of each other, a fault is told once', () => {
  const FAULT = 'The circuit breaker is on, but does not roll back';

  test.each([
    ['by two plugins of an app', 'twice'],
    ['by a plugin of a stage and one of its app', 'inStageAndApp'],
    ['by a strict plugin after a lenient one', 'strictAfterLenient'],
    ['by a strict plugin before a lenient one', 'strictBeforeLenient'],
    ['by a plugin before a service that was adopted', 'beforeAdopted'],
    ['by a plugin after a service that was adopted', 'afterAdopted'],
  ])('%s', async (_plugins, added) => {
    const { exitCode, output } = await cdkSynthIn(folderWith(CDK_INIT_FLAGS), 'unsafe-app/told-once.ts', '**', '--context', `added=${added}`);
    expect(output.split(FAULT)).toHaveLength(2);
    expect(exitCode).toBe(1);
  });

  test('and an adopted service is judged as leniently as its app asks', async () => {
    const { exitCode, output } = await cdkSynthIn(folderWith(CDK_INIT_FLAGS), 'unsafe-app/told-once.ts', '**', '--context', 'added=lenientBeforeAdopted');
    expect(output).not.toContain(FAULT);
    expect(exitCode).toBe(0);
  });
});
