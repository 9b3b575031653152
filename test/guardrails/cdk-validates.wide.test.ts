import { mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REFUSALS } from '../../scripts/documents/refusals';

interface Validator {
  readonly TemplateFile: new (path: string) => unknown;
  readonly CompositeEngine: new () => {
    readonly validateTemplate: (template: unknown) => { readonly diagnostics: readonly { readonly ruleId: string }[] };
  };
}

/** The validator that the CDK brings along. */
const validator = createRequire(require.resolve('aws-cdk-lib'))('@aws/cloudformation-validate') as Validator;
const engine = new validator.CompositeEngine();
const folder = mkdtempSync(join(tmpdir(), 'cdk-validates-'));

/** The rules of the CDK that find something in resources. */
function saidOf(resources: object): readonly string[] {
  const file = join(folder, 'Shop.template.json');
  writeFileSync(file, JSON.stringify({ Resources: resources }));
  return engine.validateTemplate(new validator.TemplateFile(file)).diagnostics.map(({ ruleId }) => ruleId);
}

const SUBNETS = ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'];
const REDIRECT = [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } }];

const task = (properties: object = {}, container: object = {}) => ({
  Type: 'AWS::ECS::TaskDefinition',
  Properties: {
    Cpu: '256',
    Memory: '512',
    NetworkMode: 'awsvpc',
    RequiresCompatibilities: ['FARGATE'],
    ContainerDefinitions: [{ Name: 'app', Image: 'ghcr.io/example/shop:1.2.3', ...container }],
    ...properties,
  },
});

const withService = (service: object, taskDefinition: object = task()) => ({
  Task: taskDefinition,
  Service: {
    Type: 'AWS::ECS::Service',
    Properties: {
      TaskDefinition: { Ref: 'Task' }, LaunchType: 'FARGATE', NetworkConfiguration: { AwsvpcConfiguration: { Subnets: SUBNETS } }, ...service,
    },
  },
});

const group = (properties: object) => ({
  Group: { Type: 'AWS::ElasticLoadBalancingV2::TargetGroup', Properties: { Port: 80, Protocol: 'HTTP', VpcId: 'vpc-0123456789abcdef0', ...properties } },
});

const loadBalancer = (subnets: readonly string[]) => ({ Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: { Subnets: subnets } });

const listener = {
  LoadBalancer: loadBalancer(SUBNETS),
  Listener: {
    Type: 'AWS::ElasticLoadBalancingV2::Listener',
    Properties: { LoadBalancerArn: { Ref: 'LoadBalancer' }, Port: 443, Protocol: 'HTTPS', DefaultActions: REDIRECT },
  },
};

const rule = {
  ...listener,
  Rule: {
    Type: 'AWS::ElasticLoadBalancingV2::ListenerRule',
    Properties: { ListenerArn: { Ref: 'Listener' }, Priority: 60_000, Actions: REDIRECT, Conditions: [{ Field: 'path-pattern', Values: ['/x'] }] },
  },
};

/** For each constraint that the CDK reports, a template that breaks it. */
const BROKEN: readonly (readonly [rejected: string, rule: string, resources: object])[] = [
  ['no network configuration with network mode awsvpc', 'E3052', withService({ NetworkConfiguration: undefined })],
  ['a misspelled or unknown property', 'F3002', withService({ NetworkConfiguration: { AwsVpcConfiguration: { Subnets: SUBNETS } } })],
  ['a value that is none of an enumeration', 'W3030', withService({ PropagateTags: 'EVERYWHERE' })],
  ['a weight, base, share of traffic, or bake time outside its limits', 'F3034', withService({ DeploymentConfiguration: { BakeTimeInMinutes: 1441 } })],
  ['no network mode awsvpc', 'E3048', { Task: task({ NetworkMode: 'bridge' }) }],
  ['a log driver that Fargate does not have', 'E3048', { Task: task({}, { LogConfiguration: { LogDriver: 'json-file' } }) }],
  ['a container without an image', 'F3003', { Task: task({}, { Image: undefined }) }],
  ['an interval, timeout, or threshold outside its limits', 'F3034', group({ HealthCheckIntervalSeconds: 900 })],
  ['a priority outside 1 to 50000', 'F3034', rule],
  ['an HTTPS listener without a certificate', 'E3676', listener],
  ['a load balancer with one subnet', 'E3680', { LoadBalancer: loadBalancer(SUBNETS.slice(1)) }],
];

test.each(BROKEN)('the CDK reports %s', (_rejected, id, resources) => {
  expect(saidOf(resources)).toContain(id);
});

test('each constraint of which the document says that the CDK reports it is tried', () => {
  const documented = REFUSALS.flatMap(({ constraints }) => constraints)
    .flatMap(([rejected, , saidBy]) => 'cdk' in saidBy ? [`${rejected}: ${saidBy.cdk}`] : []);
  expect(documented).toEqual(BROKEN.map(([rejected, id]) => `${rejected}: ${id}`));
});

describe('the CDK is silent, so that a guardrail reports where AWS documents a limit', () => {
  test.each([
    ['a task definition for EC2 to which a service on Fargate refers', 'E3054', withService({}, task({ RequiresCompatibilities: ['EC2'] }))],
    ['DAEMON with a capacity provider strategy', 'E3044', withService({
      LaunchType: undefined, CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE', Weight: 1 }], SchedulingStrategy: 'DAEMON',
    })],
    ['a negative number of tasks', 'F3034', withService({ DesiredCount: -1 })],
  ])('%s', (_what, id, resources) => expect(saidOf(resources)).not.toContain(id));
});
