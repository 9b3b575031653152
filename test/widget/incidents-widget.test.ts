import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Dashboard } from 'aws-cdk-lib/aws-cloudwatch';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { StopAnalyzer } from '../../src/analyzer/stop-analyzer';
import { service, shop } from '../analyzer/shop';

/** What stands in the body of a dashboard, with references as they are. */
const bodyOf = (stack: Stack): string => JSON.stringify(Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Dashboard'))[0].Properties.DashboardBody);

test('all widgets of an analyzer share one function, which comes with the first of them', () => {
  const { stack, cluster } = shop();
  const analyzer = new StopAnalyzer(stack, 'StopAnalyzer', { services: [service(stack, 'Web', cluster)] });
  const dashboard = new Dashboard(stack, 'Dashboard');
  dashboard.addWidgets(analyzer.incidentsWidget());
  dashboard.addWidgets(analyzer.incidentsWidget({ title: 'Again', width: 12, height: 6 }));
  expect(Object.keys(Template.fromStack(stack).findResources('AWS::Lambda::Function')).sort()).toEqual([
    expect.stringMatching(/^StopAnalyzerFunction/), expect.stringMatching(/^StopAnalyzerIncidentsWidgetFunction/),
  ]);
});

test('without a widget there is no function of one', () => {
  const { stack, cluster } = shop();
  new StopAnalyzer(stack, 'StopAnalyzer', { cluster });
  Template.fromStack(stack).resourceCountIs('AWS::Lambda::Function', 1);
});

test('the widget of a service names it in its parameters', () => {
  const { stack, cluster } = shop();
  const web = service(stack, 'Web', cluster);
  const analyzer = new StopAnalyzer(stack, 'StopAnalyzer', { services: [web] });
  new Dashboard(stack, 'Dashboard', { widgets: [[analyzer.incidentsWidget({ service: web })]] });
  expect(bodyOf(stack)).toMatch(/\\"params\\":\{\\"cluster\\":\\"",\{"Ref":"Cluster\w+"\},"\\",\\"service\\":\\"",\{"Fn::GetAtt":\["Web\w+","Name"\]\}/);
});

test('a dashboard of another stack shows the incidents, and neither stack holds the other up', () => {
  const { stack: platform } = shop();
  const analyzer = new StopAnalyzer(platform, 'StopAnalyzer', { services: [] });
  const team = new Stack(platform.node.root as App, 'Team');
  new Dashboard(team, 'Dashboard', { widgets: [[analyzer.incidentsWidget()]] });
  (platform.node.root as App).synth();
  expect(Object.keys(Template.fromStack(platform).findOutputs('ExportsOutput*'))).toEqual([]);
  expect(team.dependencies).toEqual([platform]);
});

test.each([new AwsSolutionsChecks(), new ServerlessChecks()])('cdk-nag finds nothing in it that is not explained: $constructor.name', pack => {
  const { stack, cluster } = shop();
  const analyzer = new StopAnalyzer(stack, 'StopAnalyzer', { cluster });
  new Dashboard(stack, 'Dashboard', { widgets: [[analyzer.incidentsWidget()]] });
  App.of(stack)?.synth();
  expect(pack.validateScope(analyzer).violations).toEqual([]);
});
