import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { StopEvidence } from '../../src/analyzer/access/stop-evidence';
import { StopAnalyzer } from '../../src/analyzer/stop-analyzer';
import type { Statement } from '../fake-aws/role-policy';

/** The ARNs that the parts of an analyzer have in the account of the tests, by the beginning of their logical ids. */
export const ARNS = {
  AnalyzerTopicKey: 'arn:aws:kms:us-east-2:111122223333:key/topic',
  AnalyzerTopic: 'arn:aws:sns:us-east-2:111122223333:stops',
  AnalyzerQueue: 'arn:aws:sqs:us-east-2:111122223333:stops',
  AnalyzerDeadLetterQueue: 'arn:aws:sqs:us-east-2:111122223333:dead-letters',
  AnalyzerHardenedFargateIncidents: 'arn:aws:dynamodb:us-east-2:111122223333:table/incidents',
  AnalyzerLog: 'arn:aws:logs:us-east-2:111122223333:log-group:analyzer:*',
  AnalyzerIncidentsWidgetLog: 'arn:aws:logs:us-east-2:111122223333:log-group:widget:*',
} as const;

/** The statements of the function's role as they are deployed, of an analyzer that reads this evidence. */
export const deployedStatements = (evidence = StopEvidence.NONE): readonly Statement[] => statementsOf(() => undefined, /./, evidence);

/** Those of the role of its widget. */
export const widgetStatements = (): readonly Statement[] => statementsOf(analyzer => analyzer.incidentsWidget(), /IncidentsWidget/);

function statementsOf(use: (analyzer: StopAnalyzer) => unknown, policies: RegExp, evidence = StopEvidence.NONE): readonly Statement[] {
  const stack = new Stack(new App(), 'Shop', { env: { account: '111122223333', region: 'us-east-2' } });
  use(new StopAnalyzer(stack, 'Analyzer', { services: [], evidence }));
  return Object.entries(Template.fromStack(stack).findResources('AWS::IAM::Policy')).filter(([id]) => policies.test(id)).map(([, policy]) => policy)
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement as Readonly<Record<keyof Statement, unknown>>[])
    .map(({ Action, Resource, Condition }) => ({
      Effect: 'Allow',
      Action: [Action].flat() as string[],
      Resource: [Resource].flat().map(deployed),
      Condition: Condition as Statement['Condition'],
    }));
}

/** In the tests every analyzer has the same name. */
const withNameOfTests = (arn: string): string => arn.replace(/(?<=:parameter\/hardened-fargate\/)\w+(?=\/mute$)/, 'Shop');

/** A text of a template as CloudFormation fills it in. */
function deployed(value: unknown): string {
  if (typeof value === 'string') return value;
  const [[kind, given]] = Object.entries(value as object) as [string, unknown][];
  if (kind === 'Fn::Join') return withNameOfTests((given as [string, unknown[]])[1].map(deployed).join(''));
  const id = String([given].flat()[0]);
  if (id === 'AWS::Partition') return 'aws';
  const [, arn] = Object.entries(ARNS).find(([name]) => new RegExp(`^${name}[0-9A-F]{8}$`).test(id)) ?? [];
  if (arn === undefined) throw new Error(`'${id}' is no part of an analyzer whose ARN the tests know: add it to ARNS`);
  return arn;
}
