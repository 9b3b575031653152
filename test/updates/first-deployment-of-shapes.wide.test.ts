import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as efs from 'aws-cdk-lib/aws-efs';
import { Protocol } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { allDependencies, type Resources } from './dependencies';
import { Deployment, HardenedFargateTask, HardenedQueue, LoadBalancing, Scaling, ServiceDashboard } from '../../src/index';
import { behindHttps, certificateIn, declareIn, type Differences, imageIn, newStack } from '../service/declare';

const resourcesOf = (declare: (stack: Stack) => void): Resources => {
  const stack = newStack();
  declare(stack);
  return Template.fromStack(stack).toJSON().Resources;
};

const ofType = (resources: Resources, type: string) => Object.keys(resources).filter(id => resources[id].Type === type);

const nameless = (id: string) => id.replace(/[0-9A-F]{8}$/, '');

/** What is left of a first deployment that fails at a resource of a type, beside the records of the analyzer and the images of the test. */
function leftWhenFails(type: string, resources: Resources): readonly string[] {
  const [failed] = ofType(resources, type);
  if (failed === undefined) throw new Error(`the template has no ${type}`);
  return Object.keys(resources)
    .filter(id => resources[id].DeletionPolicy === 'Retain' && !allDependencies(resources, id).has(failed))
    .map(nameless).filter(id => id !== 'Images' && !id.startsWith('HardenedFargateStopAnalyzer')).sort();
}

const DAILY = { schedule: ScheduleExpression.rate(Duration.days(1)) };

const byQueue = (stack: Stack, removalPolicy?: RemovalPolicy): Differences => ({
  removalPolicy, scaling: Scaling.onQueue(new HardenedQueue(stack, 'Mails', { removalPolicy }), { maxCapacity: 4, backlogPerTask: 10, minCapacity: 0 }),
});

const broker = (stack: Stack, removalPolicy?: RemovalPolicy): Differences => ({
  removalPolicy, containerPort: 8080, loadBalancing: LoadBalancing.network({ protocol: Protocol.TLS, certificate: certificateIn(stack) }),
});

const migrated = (stack: Stack, removalPolicy?: RemovalPolicy): void => {
  const service = declareIn(stack, { ...behindHttps(stack), removalPolicy });
  const task = new HardenedFargateTask(stack, 'Schema', { image: imageIn(stack), cluster: service.cluster, removalPolicy });
  service.runBeforeDeployment(task);
  task.schedule('Nightly', DAILY);
};

const SERVICE = 'AWS::ECS::Service';

describe('a first deployment that fails leaves only what says why, without a name of its own,', () => {
  test.each<[string, string, readonly string[], (stack: Stack) => void]>([
    ['behind a network load balancer', SERVICE, ['WebEntranceAccessLogs', 'WebLogGroup'], stack => void declareIn(stack, broker(stack))],
    ['of a worker with a queue', SERVICE, ['WebLogGroup'], stack => void declareIn(stack, byQueue(stack))],
    ['of a task on a schedule', 'AWS::Scheduler::Schedule', ['ReportDeadLetters', 'ReportLogGroup'],
      stack => void new HardenedFargateTask(stack, 'Report', { image: imageIn(stack) }).schedule('Nightly', DAILY)],
    ['at a task before the deployment', 'Custom::FargateJobBeforeDeployment',
      ['HardenedFargateJobsLog', 'SchemaDeadLetters', 'SchemaLogGroup', 'WebEntranceAccessLogs', 'WebLogGroup'], stack => migrated(stack)],
    ['with two target groups', SERVICE, ['WebEntranceAccessLogs', 'WebLogGroup'],
      stack => void declareIn(stack, { ...behindHttps(stack), deployment: Deployment.canary({ canaryPercent: 10 }) })],
    ['with containers beside the application', SERVICE, ['WebLogGroup'], stack => {
      const service = declareIn(stack, { logging: ecs.LogDrivers.firelens({ options: { Name: 'cloudwatch' } }) });
      service.addSidecar('Proxy', { image: imageIn(stack), memoryLimitMiB: 64 });
      service.addLogRouter('Router', { image: imageIn(stack), memoryLimitMiB: 64 });
    }],
    ['with a dashboard', SERVICE, ['WebLogGroup'], stack => void new ServiceDashboard(stack, 'Dashboard', { service: declareIn(stack) })],
  ])('%s', (_, failing, left, declare) => {
    const resources = resourcesOf(declare);
    expect(leftWhenFails(failing, resources)).toEqual(left);
    const kept = Object.values(resources).filter(({ DeletionPolicy }) => DeletionPolicy === 'Retain');
    for (const { Properties } of kept) {
      expect(Object.keys(Properties ?? {})).not.toContainEqual(expect.stringMatching(/^(LogGroup|Bucket|Queue|Table)Name$/));
    }
  });
});

test('a network load balancer is protected from deletion only when its service is up', () => {
  const resources = resourcesOf(stack => void declareIn(stack, broker(stack)));
  const [protection] = ofType(resources, 'Custom::LoadBalancerDeletionProtection');
  expect([...allDependencies(resources, protection)]).toEqual(expect.arrayContaining(ofType(resources, SERVICE)));
  const [loadBalancer] = ofType(resources, 'AWS::ElasticLoadBalancingV2::LoadBalancer');
  expect(JSON.stringify(resources[loadBalancer])).not.toContain('deletion_protection');
});

test('a service is not made before the task that runs before it has ended', () => {
  const resources = resourcesOf(stack => migrated(stack));
  const [service] = ofType(resources, SERVICE);
  expect([...allDependencies(resources, service)]).toEqual(expect.arrayContaining(ofType(resources, 'Custom::FargateJobBeforeDeployment')));
});

describe('an environment to throw away keeps nothing', () => {
  const { DESTROY } = RemovalPolicy;
  test.each<[string, (stack: Stack) => void]>([
    ['of a network load balancer', stack => void declareIn(stack, broker(stack, DESTROY))],
    ['of a worker and its queue', stack => void declareIn(stack, byQueue(stack, DESTROY))],
    ['of tasks on schedules and before deployments', stack => migrated(stack, DESTROY)],
    ['of a file system that goes too', stack => {
      const service = declareIn(stack, { removalPolicy: DESTROY });
      const files = new efs.FileSystem(stack, 'Files', {
        vpc: service.vpc, encrypted: true, removalPolicy: DESTROY, vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
      });
      const shop = files.addAccessPoint('Shop', { path: '/shop', createAcl: { ownerUid: '1', ownerGid: '1', permissions: '750' }, posixUser: { uid: '1', gid: '1' } });
      service.mountFileSystem(shop, { containerPath: '/files' });
    }],
  ])('%s', (_, declare) => {
    const resources = resourcesOf(declare);
    // The repository of images is the test's own.
    expect(Object.keys(resources).filter(id => resources[id].DeletionPolicy?.startsWith('Retain')).map(nameless)).toEqual(['Images']);
  });

  test('but the log of tasks before deployments, while one of them is kept', () => {
    const resources = resourcesOf(stack => {
      migrated(stack, DESTROY);
      const kept = declareIn(stack, {}, 'Kept');
      kept.runBeforeDeployment(new HardenedFargateTask(stack, 'Data', { image: imageIn(stack), cluster: kept.cluster }));
    });
    const [log] = Object.keys(resources).filter(id => nameless(id) === 'HardenedFargateJobsLog');
    expect(resources[log].DeletionPolicy).toBe('Retain');
  });
});
