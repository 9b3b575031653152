import { definition, service, stopEvent } from './a-stop';
import { type AccountAnswers, anAccount } from './an-account';
import { collectorsNamed } from '../../../src/evidence/collectors/catalogue';
import type { Collector } from '../../../src/evidence/collectors/collector';
import { gatherEvidence, type GatheringOptions } from '../../../src/evidence/collectors/gather-evidence';
import { service as ofService } from '../../../src/evidence/collectors/service';
import { taskDefinition } from '../../../src/evidence/collectors/task-definition';

const ANSWERS: AccountAnswers = { 'ecs:DescribeTaskDefinition': definition(8), 'ecs:DescribeServices': service() };

async function gathered(input: unknown, collectors: readonly Collector[], options: GatheringOptions = {}, answers = ANSWERS) {
  const account = anAccount(answers);
  const evidence = await gatherEvidence(input, account, collectors, options);
  return { evidence, asked: account.asked, gaps: evidence.flatMap(({ gaps }) => gaps.map(({ because }) => because)) };
}

/** A collector that does with the account what a test is about. */
const collector = (collect: Collector['collect']): Collector =>
  ({ name: 'test', tells: 'test', brings: ['taskDefinition'], calls: ['ecs:DescribeTaskDefinition'], collect });

test('a stop of another account or Region is read as it is, and says why', async () => {
  const { asked, gaps } = await gathered(stopEvent(), [taskDefinition], { home: { account: '999988887777', region: 'eu-west-1' } });
  expect(asked).toEqual([]);
  expect(gaps).toEqual(['the task ran in account 111122223333 and Region eu-west-1, but only 999988887777 in eu-west-1 can be read']);
});

test('where nobody says which account is read, the stop may be of it', async () => {
  expect((await gathered(stopEvent(), [taskDefinition], { home: {} })).asked).toContain('ecs:DescribeTaskDefinition');
  expect((await gathered(stopEvent(), [taskDefinition])).asked).toContain('ecs:DescribeTaskDefinition');
});

test('a list of stops is read without the account, which is asked of one stop at a time', async () => {
  const { evidence, asked } = await gathered([stopEvent(), stopEvent()], [taskDefinition]);
  expect(evidence).toHaveLength(2);
  expect(asked).toEqual([]);
});

test('a fault of a collector costs its answer, never the stop', async () => {
  const { evidence, gaps } = await gathered(stopEvent(), [collector(() => { throw new Error('oops'); })]);
  expect(evidence).toHaveLength(1);
  expect(gaps).toEqual(['reading it failed (Error: oops); please report it']);
});

test('a call that a collector does not declare is not made', async () => {
  const { asked, gaps } = await gathered(stopEvent(), [collector(async (_evidence, ask) => await ask.answer('ecs:DescribeServices', {}) ?? {})]);
  expect(asked).toEqual([]);
  expect(gaps).toEqual([expect.stringContaining('\'ecs:DescribeServices\' is called by a collector that does not declare it in its \'calls\'')]);
});

test('what is denied and what does not exist is told, each with the call', async () => {
  const denied = await gathered(stopEvent(), [taskDefinition, ofService], {}, {});
  expect(denied.gaps).toContain('the call is denied; allow ecs:DescribeTaskDefinition');
  const gone = await gathered(stopEvent(), [taskDefinition], {}, { 'ecs:DescribeTaskDefinition': new Error('ClientException: gone') });
  expect(gone.gaps).toContain('ClientException: gone');
});

test('an answer that cannot be read is left out, and what else can be read is read', async () => {
  const current = new Proxy({}, { ownKeys: () => { throw new Error('unreadable'); } });
  const { evidence, gaps } = await gathered(stopEvent(), [collector(() => Promise.resolve({ taskDefinitions: { current } }))]);
  expect(evidence).toHaveLength(1);
  expect(gaps).toEqual(['the response could not be read']);
});

test('of a stop of which only the Region is known, the account is not named', async () => {
  const { account: _, ...elsewhere } = stopEvent({ taskArn: undefined, clusterArn: undefined, taskDefinitionArn: undefined });
  const { gaps } = await gathered({ ...elsewhere, region: 'us-east-1' }, [taskDefinition], { home: { account: '111122223333', region: 'eu-west-1' } });
  expect(gaps).toEqual(['the task ran in account ? and Region us-east-1, but only 111122223333 in eu-west-1 can be read']);
});

test('findings may stand in a report, and stay beside what is found in the account', async () => {
  const finding = { rule: 'read-only-root', seen: 'it is not true', level: 'warning' };
  const found = collector(() => Promise.resolve({ findings: [{ rule: 'stop-timeout-limits', seen: 'it is not set', level: 'warning' }] }));
  const { evidence: [{ broken }] } = await gathered({ event: stopEvent(), findings: { findings: [finding] } }, [found]);
  expect(broken?.map(({ guardrail }) => guardrail)).toEqual(['read-only-root', 'stop-timeout-limits']);
});

test('collectors are found by their names, those of a later look apart', () => {
  const named = (when: 'at once' | 'later') => collectorsNamed(['log', 'trail', 'nonsense'], when).map(({ name }) => name);
  expect([named('at once'), named('later')]).toEqual([['log'], ['trail']]);
});

test('of a stop of which only the account is known, the Region is not named', async () => {
  const { region: _, ...elsewhere } = stopEvent({ taskArn: undefined, clusterArn: undefined, taskDefinitionArn: undefined });
  const { gaps } = await gathered(elsewhere, [taskDefinition], { home: { account: '999988887777', region: 'eu-west-1' } });
  expect(gaps).toEqual(['the task ran in account 111122223333 and Region ?, but only 999988887777 in eu-west-1 can be read']);
});
