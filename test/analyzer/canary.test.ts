import { Template } from 'aws-cdk-lib/assertions';
import { shareAnalyzer } from './share-analyzer';
import { ShippedAnalyzer } from './shipped-analyzer';
import { shop } from './shop';
import { StopAnalyzer } from '../../src/analyzer/stop-analyzer';
import { sampleEvent } from '../diagnosis/sample-events';
import { DENIED, type Reading } from '../fake-aws/aws-endpoint';

const QUEUE = 'arn:aws:sqs:us-east-2:111122223333:stops';

const RULES = {
  'events:ListRuleNamesByTarget': { RuleNames: ['StopRule', 'CanaryRule'] },
  'events:ListRules': { Rules: [{ Name: 'StopRule', State: 'ENABLED' }, { Name: 'CanaryRule', State: 'ENABLED' }, { Name: 'Elsewhere', State: 'DISABLED' }] },
};

/** The two rules of the canary, in a template. */
const canaryRules = () => {
  const { stack } = shop();
  new StopAnalyzer(stack, 'StopAnalyzer', { services: [] });
  return Object.values(Template.fromStack(stack).findResources('AWS::Events::Rule')).map(({ Properties }) => Properties);
};

describe('the canary', () => {
  let analyzer: ShippedAnalyzer;
  shareAnalyzer(started => { analyzer = started; });

  /** What the schedule puts into the queue, as the template has it. */
  const due = () => String(canaryRules().find(({ ScheduleExpression }) => ScheduleExpression)?.Targets[0].Input);

  const sent = () => analyzer.aws.inputsOf('events:PutEvents').flatMap(({ Entries }) => Entries as Readonly<Record<string, unknown>>[]);

  const arrived = () => JSON.stringify({ ...sampleEvent('scale-in-exit-137'), 'source': 'hardened-fargate.canary', 'detail-type': 'Stop Analyzer Canary', 'resources': [QUEUE], 'detail': {} });

  const heartbeat = async (rules: Readonly<Record<string, Reading>> = RULES) => {
    analyzer.aws.hold(rules);
    expect(await analyzer.receive(arrived())).toEqual({ batchItemFailures: [] });
    return analyzer.jsonLines;
  };

  test('is put on the event bus once an hour, and comes back by a rule that is about this analyzer alone', async () => {
    expect(canaryRules()).toContainEqual(expect.objectContaining({ ScheduleExpression: 'rate(1 hour)' }));
    expect(await analyzer.receive(due())).toEqual({ batchItemFailures: [] });
    expect(sent()).toEqual([{ Source: 'hardened-fargate.canary', DetailType: 'Stop Analyzer Canary', Resources: [QUEUE], Detail: '{}' }]);
    expect(canaryRules().map(({ EventPattern }) => EventPattern)).toContainEqual({
      'source': ['hardened-fargate.canary'],
      'detail-type': ['Stop Analyzer Canary'],
      'resources': [{ 'Fn::GetAtt': [expect.stringMatching(/^StopAnalyzerQueue/), 'Arn'] }],
    });
  });

  test('comes out as a heartbeat in the embedded metric format of CloudWatch, and notifies nobody', async () => {
    expect(await heartbeat()).toEqual([{
      _aws: {
        Timestamp: expect.any(Number),
        CloudWatchMetrics: [{ Namespace: 'HardenedFargate', Dimensions: [['Analyzer']], Metrics: [{ Name: 'Heartbeat', Unit: 'Count' }] }],
      },
      Analyzer: 'Shop',
      Heartbeat: 1,
      disabledRules: [],
    }]);
    expect(analyzer.aws.calls.map(({ action }) => action)).toEqual(['events:ListRuleNamesByTarget', 'events:ListRules']);
    expect(analyzer.aws.inputsOf('events:ListRuleNamesByTarget')).toEqual([{ TargetArn: QUEUE }]);
  });

  test('names the rules that are disabled, and then its heartbeat is none', async () => {
    const Rules = [{ Name: 'StopRule', State: 'DISABLED' }, { Name: 'CanaryRule', State: 'ENABLED' }];
    expect(await heartbeat({ ...RULES, 'events:ListRules': { Rules } })).toMatchObject([{ Heartbeat: 0, disabledRules: ['StopRule'] }]);
  });

  test('reads every page of the rules', async () => {
    const pages = ({ NextToken }: Readonly<Record<string, unknown>>) =>
      NextToken === undefined ? { Rules: [{ Name: 'CanaryRule', State: 'ENABLED' }], NextToken: '2' } : { Rules: [{ Name: 'StopRule', State: 'DISABLED' }] };
    expect(await heartbeat({ ...RULES, 'events:ListRules': pages })).toMatchObject([{ disabledRules: ['StopRule'] }]);
  });

  test('does not take rules that it may not read for disabled ones', async () => {
    analyzer.aws.refuse('events:ListRules', DENIED);
    expect(await heartbeat()).toMatchObject([{ Heartbeat: 1, unknown: expect.stringContaining('events:ListRules') }]);
  });

  test('that cannot be sent is not tried again, and costs no stop its diagnosis', async () => {
    analyzer.aws.refuse('events:PutEvents', DENIED);
    expect(await analyzer.receive(due(), JSON.stringify(sampleEvent('deployment-failed')))).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-1' }] });
    expect(analyzer.aws.inputsOf('sns:Publish')).toHaveLength(1);
    expect(analyzer.jsonLines).toContainEqual({ canary: expect.stringContaining('not authorized') });
    expect(analyzer.aws.inputsOf('sqs:SendMessage')).toEqual([]);
  });
});
