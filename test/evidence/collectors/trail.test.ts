import { definition, service, TASK_ID } from './a-stop';
import type { AccountAnswers } from './an-account';
import { anAsk } from './an-ask';
import { trail } from '../../../src/evidence/collectors/trail';
import { evidenceOf } from '../../diagnosis/evidence-of';

const STOP = evidenceOf({
  cluster: 'prod',
  service: 'web',
  task: { taskArn: `arn:aws:ecs:eu-west-1:111122223333:task/prod/${TASK_ID}`, createdAt: '2026-11-03T02:09:00Z', stoppedAt: '2026-11-03T02:10:29Z' },
});

const SERVICE = service({ networkConfiguration: { awsvpcConfiguration: { securityGroups: ['sg-0123456789abcdef0'] } } });
const call = (EventName: string, CloudTrailEvent: string, EventTime = '2026-11-03T02:00:00Z') => ({ EventName, EventTime, Username: 'ada', CloudTrailEvent });
const lookedUp = (...Events: readonly object[]): AccountAnswers => ({ 'ecs:DescribeServices': SERVICE, 'cloudtrail:LookupEvents': { Events } });
const told = async (answers: AccountAnswers, stop = STOP) => (await trail.collect(stop, anAsk(answers), [])).trail;

test('a change of a security group of the service is told once, with who made it', async () => {
  const byRole = JSON.stringify({ userIdentity: { arn: 'arn:aws:sts::111122223333:assumed-role/dev/ada' }, requestParameters: { groupId: 'sg-0123456789abcdef0' } });
  expect(await told(lookedUp(call('RevokeSecurityGroupEgress', byRole), call('RevokeSecurityGroupEgress', byRole)))).toEqual([
    { time: '2026-11-03T02:00:00.000Z', event: 'RevokeSecurityGroupEgress', by: 'arn:aws:sts::111122223333:assumed-role/dev/ada', names: 'sg-0123456789abcdef0' },
  ]);
});

test('where the record does not say by whom, the name of the user is', async () => {
  const cut = '{"requestParameters":{"groupId":"sg-0123456789abcdef0"},';
  const anonymous = '{"userIdentity":"none","requestParameters":{"groupId":"sg-0123456789abcdef0"}}';
  expect(await told(lookedUp(call('One', cut), call('Two', anonymous, '2026-11-03T01:59:00Z')))).toMatchObject([
    { event: 'Two', by: 'ada' }, { event: 'One', by: 'ada' },
  ]);
});

test('what AWS does by itself, what is about something else, and what has no name or time is left out', async () => {
  const about = (groupId: string, type = 'IAMUser') => JSON.stringify({ userIdentity: { type }, requestParameters: { groupId } });
  expect(await told(lookedUp(
    call('ByAws', about('sg-0123456789abcdef0', 'AWSService')),
    call('Other', about('sg-0123456789abcdef1')),
    call('Longer', about('sg-0123456789abcdef01')),
    { EventTime: '2026-11-03T02:00:00Z', CloudTrailEvent: about('sg-0123456789abcdef0') },
    { EventName: 'NoTime', CloudTrailEvent: about('sg-0123456789abcdef0') },
    { EventName: 'NoRecord', EventTime: '2026-11-03T02:00:00Z' },
  ))).toEqual([]);
});

test('three pages of an hour are read, and no more', async () => {
  let pages = 0;
  await told({
    'cloudtrail:LookupEvents': ({ LookupAttributes }) => {
      if (JSON.stringify(LookupAttributes).includes('ReadOnly')) pages++;
      return { Events: [], NextToken: 'more' };
    },
  });
  expect(pages).toBe(3);
});

test('a stop that nobody knows the time of has no hour before it', async () => {
  expect(await told(lookedUp(), evidenceOf({ service: 'web' }))).toBeUndefined();
});

test('where CloudTrail may not be read, nothing is told', async () => {
  expect(await told({})).toEqual([]);
});

test('a task that has not ended is looked at from its beginning on, and its secrets are among what bears on it', async () => {
  const ask = anAsk({
    'ecs:DescribeTaskDefinition': definition(8, { secrets: [{ name: 'A', valueFrom: '/web/key' }, { name: 'B' }] }),
    'cloudtrail:LookupEvents': { Events: [call('PutParameter', '{"requestParameters":{"name":"/web/key"}}')] },
  });
  const running = evidenceOf({ service: 'web', task: { taskDefinitionArn: 'web:8', createdAt: '2026-11-03T02:09:00Z' } });
  expect((await trail.collect(running, ask, [])).trail).toMatchObject([{ event: 'PutParameter', names: '/web/key' }]);
  expect(ask.inputs.get('cloudtrail:LookupEvents')).toMatchObject({
    StartTime: new Date('2026-11-03T01:09:00Z'), EndTime: new Date('2026-11-03T02:10:00Z'),
  });
});

test('the events of IAM are looked up in the trail of us-east-1 only, and all others in the Region of the task', async () => {
  const lookups: unknown[] = [];
  const ask = anAsk({ 'ecs:DescribeServices': SERVICE });
  await trail.collect(STOP, {
    ...ask,
    outcome: (action, input, how) => {
      lookups.push([(input.LookupAttributes as readonly object[])[0], how?.region]);
      return ask.outcome(action, input, how);
    },
  }, []);
  expect(lookups).toEqual([
    [{ AttributeKey: 'ReadOnly', AttributeValue: 'false' }, undefined],
    [{ AttributeKey: 'EventSource', AttributeValue: 'iam.amazonaws.com' }, 'us-east-1'],
  ]);
});
