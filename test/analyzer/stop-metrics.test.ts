import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { type MetricValue, metricsIn } from './embedded-metrics';
import { shareAnalyzer } from './share-analyzer';
import { ShippedAnalyzer, TABLE } from './shipped-analyzer';
import { service, shop } from './shop';
import { StopAnalyzer } from '../../src/analyzer/stop-analyzer';
import { OptionalAlarm, ServiceDashboard, StopAnalyzerDashboard, StopSeverity } from '../../src/index';
import { sampleEvent } from '../diagnosis/sample-events';
import { DENIED } from '../fake-aws/aws-endpoint';
import { declareIn, newStack } from '../service/declare';

/** The name that CloudFormation gives a service without one of its own. */
const WEB = 'Shop-WebService6D8C4F36-qLx7Rk2VtZpN';

/** A stop of the cluster `demo`, as ECS would send it. */
const stopOf = (task: string, group: string, detail: object = {}): string => {
  const event = sampleEvent('scale-in-exit-137');
  return JSON.stringify({ ...event, id: task, detail: { ...event.detail, taskArn: `arn:aws:ecs:us-east-2:111122223333:task/demo/${task}`, group, ...detail } });
};

const OUT_OF_MEMORY = {
  stopCode: 'EssentialContainerExited',
  stoppedReason: 'Essential container in task exited',
  containers: [{ name: 'app', image: 'app:v7', lastStatus: 'STOPPED', exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' }],
};

const stopped = (dimensions: Readonly<Record<string, string>>): MetricValue =>
  ({ namespace: 'HardenedFargate', metricName: 'StoppedTasks', dimensions, value: 1 });

/** The metric of a construct as CloudWatch looks it up, where cluster and service have these names. */
const lookedUp = (metric: Pick<Metric, 'namespace' | 'metricName' | 'dimensions'>): MetricValue =>
  ({ ...stopped({ ...metric.dimensions, ClusterName: 'demo', ServiceName: WEB }), namespace: metric.namespace, metricName: metric.metricName });

/** A service with the alarm on failed tasks, and dashboards for it and its analyzer. */
const template = withDashboards();

describe('the shipped analyzer', () => {
  let analyzer: ShippedAnalyzer;
  shareAnalyzer(started => { analyzer = started; });

  /** What CloudWatch derives from the log after these stops. */
  const written = async (...bodies: readonly string[]): Promise<readonly MetricValue[]> => {
    expect(await analyzer.receive(...bodies)).toEqual({ batchItemFailures: [] });
    return analyzer.metricLines.flatMap(metricsIn);
  };

  test('counts a stop by severity and by cause, for its service and for all', async () => {
    expect(await written(stopOf('of-web', `service:${WEB}`, OUT_OF_MEMORY))).toEqual([
      stopped({ ClusterName: 'demo', ServiceName: WEB, Severity: 'failure' }),
      stopped({ ClusterName: 'demo', ServiceName: WEB, Cause: 'memory/container-limit' }),
      stopped({ Severity: 'failure' }),
      stopped({ Cause: 'memory/container-limit' }),
    ]);
    expect(analyzer.metricLines).toHaveLength(1);
    expect(analyzer.diagnoses).toMatchObject([{ cluster: 'demo', service: WEB, severity: 'failure', cause: 'memory/container-limit' }]);
  });

  test('counts a stop once, however often its event comes', async () => {
    const stop = stopOf('once', `service:${WEB}`, OUT_OF_MEMORY);
    await written(stop, stop);
    await written(stop);
    expect(analyzer.metricLines).toHaveLength(1);
    await written(stopOf('another', `service:${WEB}`, OUT_OF_MEMORY));
    expect(analyzer.metricLines).toHaveLength(2);
  });

  test('counts a stop once that has to be delivered again', async () => {
    let attempts = 0;
    analyzer.aws.refuse('sns:Publish', DENIED, () => attempts++ === 0);
    const stop = stopOf('again', `service:${WEB}`, OUT_OF_MEMORY);
    expect((await analyzer.receive(stop)).batchItemFailures).toHaveLength(1);
    await written(stop);
    expect({ attempts, lines: analyzer.metricLines.length }).toEqual({ attempts: 2, lines: 1 });
  });

  test('counts a task of no service among all', async () => {
    expect(await written(stopOf('of-nobody', 'family:nightly', OUT_OF_MEMORY))).toEqual([
      stopped({ Severity: 'failure' }), stopped({ Cause: 'memory/container-limit' }),
    ]);
  });

  test('counts stops also without the table of incidents', async () => {
    await written(stopOf('with-table', `service:${WEB}`, OUT_OF_MEMORY));
    await analyzer.dynamoDb.deleteTable(TABLE);
    analyzer.runtime.log.length = 0;
    const values = await written(stopOf('first', `service:${WEB}`, OUT_OF_MEMORY), stopOf('second', `service:${WEB}`, OUT_OF_MEMORY));
    expect(values.filter(({ dimensions }) => 'ServiceName' in dimensions && dimensions.Severity === 'failure')).toHaveLength(2);
  });

  test.each(['größe', ':web', ' ', 'x'.repeat(1_025), 'a\u0000b', 'a\nb'])('counts a stop among all whose service has a name that CloudWatch does not take: %j', async name => {
    expect(await written(stopOf(`hostile-${name.length}-${name.charCodeAt(0)}`, `service:${name}`, OUT_OF_MEMORY)))
      .toEqual(expect.arrayContaining([stopped({ Severity: 'failure' }), stopped({ Cause: 'memory/container-limit' })]));
  });

  test('writes a name that holds a secret as it writes it in the diagnosis: without the secret', async () => {
    await written(stopOf('secret', 'service:DB_PASSWORD=hunter2-hunter2-hunter2', OUT_OF_MEMORY));
    expect(analyzer.metricLines).toHaveLength(1);
    expect(JSON.stringify(analyzer.metricLines)).not.toContain('hunter2');
    expect(analyzer.metricLines).toMatchObject([{ ServiceName: (analyzer.diagnoses as readonly { readonly service: string }[])[0].service }]);
  });

  describe('writes the metrics that', () => {
    const { stack, cluster } = shop();
    const web = service(stack, 'Web', cluster);
    const imported = StopAnalyzer.fromStopAnalyzerAttributes(stack, 'Imported', { topicArn: 'arn:aws:sns:eu-central-1:111122223333:stops' });

    test.each([['an analyzer', StopAnalyzer.forService(web)], ['an imported analyzer', imported]])('%s names', async (who, named) => {
      const values = await written(stopOf(`named-${who.length}`, `service:${WEB}`, OUT_OF_MEMORY));
      for (const metric of [named.metricStops(web), named.metricStops(web, 'memory/container-limit'), named.metricStopsBySeverity(web, StopSeverity.FAILURE)]) {
        expect(values).toContainEqual(lookedUp(metric));
        expect(metric.statistic).toBe('Sum');
      }
      for (const metric of [named.metricStops(web, 'init/secret-permission'), named.metricStopsBySeverity(web, StopSeverity.NOTICE)]) {
        expect(values).not.toContainEqual(lookedUp(metric));
      }
    });

    test('the alarm on failed tasks watches, and none of a benign stop', async () => {
      const [alarm] = Object.values(template.findResources('AWS::CloudWatch::Alarm', { Properties: { MetricName: 'StoppedTasks' } }));
      const { Namespace: namespace, MetricName: metricName, Dimensions } = alarm.Properties;
      const dimensions = Object.fromEntries((Dimensions as { Name: string; Value: string }[]).map(({ Name, Value }) => [Name, Value]));
      const watched = lookedUp({ namespace, metricName, dimensions } as unknown as Metric);
      expect(watched.dimensions.Severity).toBe('failure');
      expect(await written(stopOf('rings', `service:${WEB}`, OUT_OF_MEMORY))).toContainEqual(watched);
      analyzer.runtime.log.length = 0;
      const benign = await written(stopOf('benign', `service:${WEB}`));
      expect(benign).toContainEqual(lookedUp(StopAnalyzer.forService(web).metricStopsBySeverity(web, StopSeverity.BENIGN)));
      expect(benign).not.toContainEqual(watched);
    });

    test('dashboards search for', async () => {
      const schemas = [...JSON.stringify(template.findResources('AWS::CloudWatch::Dashboard')).matchAll(/\{(HardenedFargate),([\w,]+)\} MetricName=\W*(\w+)/g)]
        .map(([, namespace, names, metricName]) => [namespace, metricName, ...names.split(',').sort()].join());
      expect(schemas).toHaveLength(3);
      const values = await written(stopOf('searched', `service:${WEB}`, OUT_OF_MEMORY));
      expect(values.map(({ namespace, metricName, dimensions }) => [namespace, metricName, ...Object.keys(dimensions).sort()].join()))
        .toEqual(expect.arrayContaining(schemas));
    });
  });
});

function withDashboards(): Template {
  const stack = newStack();
  const web = declareIn(stack, { alarms: { more: [OptionalAlarm.FAILED_TASKS] } });
  new ServiceDashboard(stack, 'Dashboard', { service: web });
  new StopAnalyzerDashboard(stack, 'Stops', { analyzer: web.stopAnalyzer as StopAnalyzer });
  return Template.fromStack(stack);
}

test.each([
  ['of a service, with its alarm and dashboards', () => template],
  ['for other stacks', () => analyzerWith({ services: [] })],
  ['of the account', () => analyzerWith({})],
])('counting stops needs nothing in the template of an analyzer %s', (_, synthesized) => {
  synthesized().resourceCountIs('AWS::Logs::MetricFilter', 0);
});

function analyzerWith(props: { readonly services?: [] }): Template {
  const stack = new Stack(new App(), 'Watch');
  new StopAnalyzer(stack, 'StopAnalyzer', props);
  return Template.fromStack(stack);
}

test('a cause that the analyzer does not know would never be counted, and is refused', () => {
  const { stack, cluster } = shop();
  const web = service(stack, 'Web', cluster);
  const imported = StopAnalyzer.fromStopAnalyzerAttributes(stack, 'Imported', { topicArn: 'arn:aws:sns:eu-central-1:111122223333:stops' });
  for (const analyzer of [StopAnalyzer.forService(web), imported]) {
    expect(() => analyzer.metricStops(web, 'memory/leak')).toThrow("'cause' is 'memory/leak', but it must be the id of a known cause; use an id of docs/CAUSES.md");
  }
});
