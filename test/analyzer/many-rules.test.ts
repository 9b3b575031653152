import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { StopQueues } from '../../src/analyzer/resources/stop-queues';

/** A stack whose analyzer has two rules for each of so many services. */
function withServices(count: number): Stack {
  const stack = new Stack(new App(), 'Shop', { env: { account: '111122223333', region: 'ap-southeast-1' } });
  const queues = new StopQueues(stack);
  for (let index = 0; index < 2 * count; index++) queues.collect(`Rule${index}`, { description: 'a rule', eventPattern: { source: ['aws.ecs'] } });
  return stack;
}

/** A policy as CloudFormation fills it in; the name of a rule has at most 64 characters. */
const bytesOf = (policy: object): number => JSON.stringify(policy)
  .replace(/\{"Fn::GetAtt":\[[^\]]*\]\}/g, `"arn:aws:events:ap-southeast-1:111122223333:rule/${'x'.repeat(64)}"`).length;

test.each([1, 20, 21, 200])('at %i services, the policies of the queues stay below the 8,192 bytes that SQS takes', count => {
  const policies = Object.values(Template.fromStack(withServices(count)).findResources('AWS::SQS::QueuePolicy'));
  expect(policies).toHaveLength(2);
  for (const { Properties } of policies) expect(bytesOf(Properties.PolicyDocument)).toBeLessThan(8_192);
});

test('so many rules are admitted as those of the account and Region', () => {
  const [{ Properties }] = Object.values(Template.fromStack(withServices(200)).findResources('AWS::SQS::QueuePolicy'));
  expect(JSON.stringify(Properties.PolicyDocument)).toContain('"aws:SourceArn":{"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"},":events:ap-southeast-1:111122223333:rule/*"]]}');
});
