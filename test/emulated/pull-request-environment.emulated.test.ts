import {
  CloudFormationClient, DescribeStackEventsCommand, DescribeStacksCommand, type Stack, type StackEvent,
} from '@aws-sdk/client-cloudformation';
import { DescribeServicesCommand, ECSClient, ListClustersCommand, ListServicesCommand } from '@aws-sdk/client-ecs';
import {
  DescribeLoadBalancerAttributesCommand, DescribeLoadBalancersCommand, ElasticLoadBalancingV2Client,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { Cdk } from './cdk';
import { MiniStack } from './ministack';
import { CREDENTIALS, REGION } from './run-against';

let ministack: MiniStack;
let cdk: Cdk;
let environment: string;
let cloudFormation: CloudFormationClient;
let ecs: ECSClient;
let elb: ElasticLoadBalancingV2Client;

beforeAll(async () => {
  ministack = await MiniStack.start();
  const settings = { endpoint: ministack.url, region: REGION, credentials: CREDENTIALS };
  cloudFormation = new CloudFormationClient(settings);
  ecs = new ECSClient(settings);
  elb = new ElasticLoadBalancingV2Client(settings);
  cdk = new Cdk(ministack.url);
  await cdk.bootstrap();
  environment = await cdk.synthesize('service');
}, 120_000);

afterAll(() => ministack.stop());

/** The numbers of tasks that the services of the account should have. */
async function desiredCounts(): Promise<readonly (number | undefined)[]> {
  const { clusterArns: [cluster] = [] } = await ecs.send(new ListClustersCommand({}));
  const { serviceArns } = await ecs.send(new ListServicesCommand({ cluster }));
  const { services = [] } = await ecs.send(new DescribeServicesCommand({ cluster, services: serviceArns }));
  return services.map(({ desiredCount }) => desiredCount);
}

const loadBalancers = async () => (await elb.send(new DescribeLoadBalancersCommand({}))).LoadBalancers ?? [];

async function described(StackName: string): Promise<Stack | undefined> {
  const { Stacks: [stack] = [] } = await cloudFormation.send(new DescribeStacksCommand({ StackName }));
  return stack;
}

const statusOf = async (name: string) => (await described(name))?.StackStatus;

/** By which a stack is known when it is gone. */
const idOf = async (name: string) => (await described(name))?.StackId ?? '';

async function eventsOf(StackName: string): Promise<readonly StackEvent[]> {
  const { StackEvents = [] } = await cloudFormation.send(new DescribeStackEventsCommand({ StackName }));
  return StackEvents.filter(({ ResourceType }) => ResourceType !== 'AWS::CloudFormation::Stack');
}

/** The types of what was made in a stack, whether it is still there or not. */
const madeIn = async (stack: string) => (await eventsOf(stack))
  .filter(({ ResourceStatus }) => ResourceStatus === 'CREATE_COMPLETE').map(({ ResourceType }) => ResourceType);

/** What was made in a stack that is gone, and was not deleted with it. */
async function leftBehind(stack: string): Promise<readonly (string | undefined)[]> {
  const events = await eventsOf(stack);
  const withStatus = (status: string) =>
    new Set(events.filter(({ ResourceStatus }) => ResourceStatus === status).map(({ LogicalResourceId }) => LogicalResourceId));
  const deleted = withStatus('DELETE_COMPLETE');
  return [...withStatus('CREATE_COMPLETE')].filter(id => !deleted.has(id));
}

test('an environment to throw away is deployed, changed, destroyed with all that is in it, and deployed again', async () => {
  await cdk.deploy(environment);
  expect(await desiredCounts()).toEqual([2]);
  const changed = await cdk.synthesize('service', { changed: 'true' });
  await cdk.deploy(changed);
  expect(await desiredCounts()).toEqual([3]);
  const stack = await idOf('IntegService');
  await cdk.destroy(changed);
  expect(await leftBehind(stack)).toEqual([]);
  await cdk.deploy(environment);
  expect(await desiredCounts()).toEqual([2]);
  await cdk.destroy(environment);
}, 240_000);

test('an environment whose first deployment fails is rolled back, leaves nothing, and is deployed when it is mended', async () => {
  await expect(cdk.deploy(await cdk.synthesize('service', { broken: 'true' }))).rejects.toThrow('IntegService');
  expect(await statusOf('IntegService')).toBe('ROLLBACK_COMPLETE');
  expect(await leftBehind('IntegService')).toEqual([]);
  await cdk.deploy(environment);
  expect(await statusOf('IntegService')).toBe('CREATE_COMPLETE');
}, 240_000);

test('a shared load balancer nested beside its services is protected only when all of them are up', async () => {
  const before = (await loadBalancers()).length;
  await expect(cdk.deploy(await cdk.synthesize('shared-load-balancer', { broken: 'true' }))).rejects.toThrow('IntegShared');
  expect(await statusOf('IntegShared')).toBe('ROLLBACK_COMPLETE');
  expect(await madeIn('IntegShared')).not.toContain('Custom::LoadBalancerDeletionProtection');
  expect(await loadBalancers()).toHaveLength(before);

  await cdk.deploy(await cdk.synthesize('shared-load-balancer'));
  expect(await madeIn('IntegShared')).toContain('Custom::LoadBalancerDeletionProtection');
  const shared = (await loadBalancers()).slice(before);
  expect(shared).toHaveLength(1);
  const { Attributes } = await elb.send(new DescribeLoadBalancerAttributesCommand({ LoadBalancerArn: shared[0].LoadBalancerArn }));
  expect(Attributes).toContainEqual({ Key: 'deletion_protection.enabled', Value: 'true' });
}, 240_000);
