import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Duration, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as efs from 'aws-cdk-lib/aws-efs';
import { Protocol } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { behindHttps, certificateIn, declareIn, type Differences, imageIn, newStack } from './declare';
import { Deployment, HardenedFargateTask, HardenedQueue, LoadBalancing, Scaling, ServiceDashboard } from '../../src/index';
import { monthlyCost } from '../../src/service/monthly-cost';

const COSTS = readFileSync(join(__dirname, '..', '..', 'docs', 'COSTS.md'), 'utf8');

const DAILY = { schedule: ScheduleExpression.rate(Duration.days(1)) };

/** What is declared beside a public service whose cluster it shares. */
type Further = (stack: Stack, cluster: ecs.ICluster) => void;

function measured(further: Further) {
  const stack = newStack();
  const { cluster } = declareIn(stack, behindHttps(stack), 'First');
  further(stack, cluster);
  return { resources: Object.keys(Template.fromStack(stack).toJSON().Resources).length, usd: monthlyCost(stack) };
}

const ALONE = measured(() => {});

/** What it adds to the template, and what it costs a month. */
function addedBy(further: Further) {
  const { resources, usd } = measured(further);
  return { resources: resources - ALONE.resources, usd: Number((usd - ALONE.usd).toFixed(2)) };
}

const service = (differences: (stack: Stack) => Differences): Further => (stack, cluster) =>
  void declareIn(stack, { cluster, ...differences(stack) });

const network = (options: Parameters<typeof LoadBalancing.network>[0] = {}): Differences =>
  ({ containerPort: 8080, loadBalancing: LoadBalancing.network(options) });

const byQueue = (stack: Stack, options = {}): Differences =>
  ({ scaling: Scaling.onQueue(new HardenedQueue(stack, 'Mails'), { maxCapacity: 4, backlogPerTask: 10, ...options }) });

const taskIn = (stack: Stack, cluster?: ecs.ICluster, id = 'Report') => new HardenedFargateTask(stack, id, { image: imageIn(stack), cluster });

/** The number in a row of a table, by what it begins with. */
const documented = (choice: string): number => Number(COSTS.split('\n').find(line => line.startsWith(`| ${choice} |`))?.split('|')[2]);

describe('docs/COSTS.md counts what is added by', () => {
  test.each<[string, Further]>([
    ['A worker behind an internal network load balancer', service(() => network())],
    ['The same with TLS', service(stack => network({ protocol: Protocol.TLS, certificate: certificateIn(newStack(undefined, `Of${stack.node.id}`)) }))],
    ['A worker with a `HardenedQueue`', service(byQueue)],
    ['The same with `minCapacity: 0` and `taskProtection`', service(stack => byQueue(stack, { minCapacity: 0, taskProtection: true }))],
    ['A task', (stack, cluster) => void taskIn(stack, cluster)],
    ['The same on a schedule', (stack, cluster) => void taskIn(stack, cluster).schedule('Nightly', DAILY)],
  ])('%s', (choice, further) => expect(addedBy(further).resources).toBe(documented(choice)));

  test('`runBeforeDeployment`, once for all tasks of a stack', () => {
    const before = (ids: readonly string[]) => addedBy((stack, cluster) => {
      const worker = declareIn(stack, { cluster });
      for (const id of ids) worker.runBeforeDeployment(taskIn(stack, cluster, id));
    }).resources;
    expect(before(['Schema'])).toBe(14 + documented('A task') + 1 + documented('`runBeforeDeployment`'));
    expect(before(['Schema', 'Data']) - before(['Schema'])).toBe(documented('A task') + 1);
  });

  test('A `ServiceDashboard`', () => {
    const { resources } = addedBy((stack, cluster) => void new ServiceDashboard(stack, 'Dashboard', { service: declareIn(stack, { cluster }) }));
    expect(resources - 14).toBe(documented('A `ServiceDashboard`'));
  });
});

test.each<[Deployment]>([
  [Deployment.blueGreen()], [Deployment.canary({ canaryPercent: 10 })], [Deployment.linear()],
])('a deployment that moves requests adds four resources, as docs/COSTS.md says', deployment => {
  const internal = { containerPort: 8080, loadBalancing: LoadBalancing.internal() };
  expect(addedBy(service(() => ({ ...internal, deployment })))).toEqual({ resources: 27 + 4, usd: 18.93 });
  expect(COSTS).toContain('`Deployment.blueGreen`, `canary`, and `linear` add four');
});

test('containers beside the application add no resource, a file system adds two, and a further schedule one', () => {
  expect(addedBy((stack, cluster) => {
    const worker = declareIn(stack, { cluster, logging: ecs.LogDrivers.firelens({ options: { Name: 'cloudwatch' } }) });
    worker.addSidecar('Proxy', { image: imageIn(stack), memoryLimitMiB: 64 });
    worker.addInitContainer('Schema', { image: imageIn(stack), memoryLimitMiB: 64 });
    worker.addLogRouter('Router', { image: imageIn(stack), memoryLimitMiB: 64 });
  }).resources).toBe(14);
  const mounted = (isUsed: boolean) => addedBy((stack, cluster) => {
    const files = new efs.FileSystem(stack, 'Files', { vpc: cluster.vpc, encrypted: true, vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED } });
    const accessPoint = files.addAccessPoint('Shop', { path: '/shop', createAcl: { ownerUid: '1', ownerGid: '1', permissions: '750' }, posixUser: { uid: '1', gid: '1' } });
    const worker = declareIn(stack, { cluster });
    if (isUsed) worker.mountFileSystem(accessPoint, { containerPath: '/files' });
  }).resources;
  expect(mounted(true) - mounted(false)).toBe(2);
  const twice = addedBy((stack, cluster) => {
    const task = taskIn(stack, cluster);
    for (const id of ['Nightly', 'Weekly']) task.schedule(id, DAILY);
  });
  expect(twice.resources).toBe(documented('The same on a schedule') + 1);
});

describe('docs/COSTS.md knows what it costs:', () => {
  const priceOf = (choice: string): number => Number(COSTS.split('\n').find(line => line.startsWith(`| ${choice} |`))?.split('|')[3]);

  test.each<[string, number, Further]>([
    ['Alarms behind a network load balancer', 16.43, service(() => network())],
    ['Alarms of a worker with a queue', 0, service(byQueue)],
    ['The same with `minCapacity: 0`, and the alarm that starts the first task', 0, service(stack => byQueue(stack, { minCapacity: 0 }))],
    ['A task on a schedule', 0, (stack, cluster) => void taskIn(stack, cluster).schedule('Nightly', DAILY)],
    ['A task without `cluster`: its own VPC and cluster', 0, stack => void taskIn(stack)],
  ])('%s', (choice, beside, further) => expect(addedBy(further).usd).toBeCloseTo(priceOf(choice) + beside, 2));

  test('A second target group', () => expect(COSTS).toMatch(/^\| A second target group, .*\| 5 metrics × 0.10 \| 0.50 \|$/m));
});

test('behind a public network load balancer with a name a service has at most thirty resources, and eight alarms', () => {
  const domainZone = (stack: Stack) => HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z1', zoneName: 'example.com' });
  const named = service(stack => network({ protocol: Protocol.TLS, internetFacing: true, domainName: 'broker.example.com', domainZone: domainZone(stack) }));
  expect(addedBy(named).resources).toBe(29);
  const stack = newStack();
  named(stack, declareIn(stack, {}, 'First').cluster);
  const alarms = Object.entries(Template.fromStack(stack).toJSON().Resources as Record<string, { readonly Type: string }>)
    .filter(([id, { Type }]) => id.startsWith('Web') && /::(Composite)?Alarm$/.test(Type));
  expect(alarms).toHaveLength(8);
});
