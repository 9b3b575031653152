import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { StopAnalyzer } from '../../src/analyzer/stop-analyzer';

const tablesOf = (id: string) => {
  const stack = new Stack(new App(), 'Shop');
  new StopAnalyzer(stack, id, { services: [] });
  return Template.fromStack(stack).findResources('AWS::DynamoDB::Table');
};

test('the table keeps its logical id, by which CloudFormation keeps the incidents', () => {
  expect(Object.keys(tablesOf('HardenedFargateStopAnalyzer'))).toEqual(['HardenedFargateStopAnalyzerHardenedFargateIncidents4AA74500']);
});

test('the table is paid by request, forgets by itself, and outlives its stack', () => {
  expect(Object.values(tablesOf('Analyzer'))).toEqual([expect.objectContaining({
    DeletionPolicy: 'Retain',
    Properties: expect.objectContaining({ BillingMode: 'PAY_PER_REQUEST', TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true } }),
  })]);
});
