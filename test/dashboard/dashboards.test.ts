import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { ServiceDashboard, StopAnalysis, StopAnalyzer, StopAnalyzerDashboard } from '../../src/index';
import { behindHttps, declareIn, type Differences, newStack } from '../service/declare';

interface Widget {
  readonly type: string;
  readonly properties: {
    readonly title?: string; readonly markdown?: string; readonly alarms?: readonly unknown[]; readonly metrics?: readonly unknown[];
  };
}

/** The dashboard of a stack, with a name for each value that only deployment knows. */
function dashboardIn(stack: Stack): { readonly name: string; readonly widgets: readonly Widget[] } {
  const [{ Properties }] = Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Dashboard'));
  const text = (value: unknown): string => typeof value === 'string' ? value
    : Object.entries(value as object).map(([kind, given]) => kind === 'Fn::Join' ? (given as [string, unknown[]])[1].map(text).join('') : `<${[given].flat().join('.')}>`).join('');
  const { widgets } = JSON.parse(text(Properties.DashboardBody)) as { readonly widgets: readonly Widget[] };
  return { name: text(Properties.DashboardName), widgets };
}

const titlesOf = (widgets: readonly Widget[]): readonly (string | undefined)[] => widgets.map(({ type, properties: { title } }) => title ?? type);

function withDashboard(differences: (stack: Stack) => Differences): Stack {
  const stack = newStack();
  new ServiceDashboard(stack, 'Dashboard', { service: declareIn(stack, differences(stack)) });
  return stack;
}

describe('the dashboard of a web service', () => {
  const stack = withDashboard(behindHttps);
  const { name, widgets } = dashboardIn(stack);

  test('shows alarms, incidents, tasks, requests and errors, from top to bottom', () => {
    expect(titlesOf(widgets)).toEqual([
      'text', 'Alarms', 'Incidents', 'Stopped tasks by cause, and those that failed', 'Tasks', 'CPU', 'Memory', 'Requests, and those that failed',
      'Time to answer', 'Targets', 'Errors in the log of the application, the latest first',
    ]);
  });

  test('shows every alarm of the service', () => {
    const alarms = Object.keys(Template.fromStack(stack).findResources('AWS::CloudWatch::Alarm')).filter(id => id.startsWith('WebAlarms') && !id.includes('DeploymentErrors'));
    expect(widgets[1].properties.alarms).toHaveLength(alarms.length + 1);
  });

  test('finds every cause by itself', () => {
    expect(JSON.stringify(widgets[3].properties.metrics)).toMatch(/SEARCH\('\{HardenedFargate,Cause,ClusterName,ServiceName\} MetricName=\\"StoppedTasks\\" ClusterName=/);
  });

  test('says where the saved queries are, which go with it', () => {
    expect(widgets[0].properties.markdown).toContain('saved queries in the folder `Shop/Dashboard/Queries`');
    expect(Object.values(Template.fromStack(stack).findResources('AWS::Logs::QueryDefinition')).map(({ Properties }) => Properties.Name)).toEqual([
      'Shop/Dashboard/Queries/One request, by its request or trace id', 'Shop/Dashboard/Queries/Errors of one task, by its id',
      'Shop/Dashboard/Queries/Errors, the latest first', 'Shop/Dashboard/Queries/Sessions of ECS Exec',
    ]);
  });

  test('has a name that holds its Region, because dashboards of all Regions share their names', () => {
    expect(name).toMatch(/^Shop-Dashboard-?\w*-(?:<AWS::Region>|[a-z]+-[a-z]+-\d)$/);
  });
});

test('a worker has no graph of requests', () => {
  expect(titlesOf(dashboardIn(withDashboard(() => ({}))).widgets)).not.toEqual(expect.arrayContaining(['Targets']));
});

test('a service that nobody diagnoses has a dashboard without incidents', () => {
  const { widgets } = dashboardIn(withDashboard(stack => ({
    stopAnalysis: StopAnalysis.none('watched by the platform team'), alarmTopic: new StopAnalyzer(stack, 'Other').topic,
  })));
  expect(titlesOf(widgets).filter(title => title === 'Incidents' || title?.startsWith('Stopped'))).toEqual([]);
});

test('a service of an imported analyzer shows its stops by cause, and its incidents on the dashboard where the analyzer is declared', () => {
  const { widgets } = dashboardIn(withDashboard(stack => ({
    stopAnalysis: StopAnalysis.by(StopAnalyzer.fromStopAnalyzerAttributes(stack, 'Analyzer', { topicArn: 'arn:aws:sns:eu-central-1:111122223333:stops' })),
  })));
  expect(titlesOf(widgets)).toContain('Stopped tasks by cause, and those that failed');
  expect(titlesOf(widgets)).not.toContain('Incidents');
});

describe('the dashboard of an analyzer', () => {
  const stack = newStack();
  const analyzer = new StopAnalyzer(stack, 'Analyzer', { services: [] });
  new StopAnalyzerDashboard(new Stack(stack.node.root as App, 'Dashboards'), 'Dashboard', { analyzer, dashboardName: 'stops' });

  test('shows incidents, failed tasks of each service, stops by cause, and whether the analyzer works', () => {
    const { name, widgets } = dashboardIn((stack.node.root as App).node.findChild('Dashboards') as Stack);
    expect(name).toBe('stops');
    expect(titlesOf(widgets)).toEqual([
      'Incidents', 'Tasks that failed, by service', 'Stopped tasks, by cause', 'Alarms', 'Runs of the analyzer', 'Age of the oldest stop that waits', 'Events that could not be explained or delivered',
    ]);
  });

  test('is known to the analyzer by its name, so that messages can link to it', () => {
    Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', { Environment: { Variables: { DASHBOARD_NAME: 'stops' } } });
  });
});

test.each([new AwsSolutionsChecks(), new ServerlessChecks()])('cdk-nag finds nothing in dashboards that is not explained: $constructor.name', pack => {
  const stack = newStack();
  const service = declareIn(stack);
  new ServiceDashboard(stack, 'Dashboard', { service });
  new StopAnalyzerDashboard(stack, 'Stops', { analyzer: service.stopAnalyzer as StopAnalyzer });
  App.of(stack)?.synth();
  for (const part of [service.stopAnalyzer as StopAnalyzer, stack.node.findChild('Dashboard'), stack.node.findChild('Stops')]) {
    expect(pack.validateScope(part).violations).toEqual([]);
  }
});
