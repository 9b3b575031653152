import { App, NestedStack, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { allDependencies, type Resources, type TemplateResource } from './dependencies';
import { HardenedFargateService, LoadBalancing, SharedLoadBalancer } from '../../src/index';
import { behindHttps, declareIn, newStack, type Differences } from '../service/declare';

const ofType = (resources: Resources, type: string) => Object.keys(resources).filter(id => resources[id].Type === type);

/** What CloudFormation leaves behind when the service does not become stable: what was made before it and is retained. */
function leftBehind(resources: Resources): readonly string[] {
  const [service] = ofType(resources, 'AWS::ECS::Service');
  return Object.keys(resources)
    .filter(id => !allDependencies(resources, id).has(service))
    .filter(id => resources[id].DeletionPolicy === 'Retain');
}

function web(differences: Differences = {}): Resources {
  const stack = newStack();
  const image = ecs.ContainerImage.fromEcrRepository(ecr.Repository.fromRepositoryName(stack, 'Images', 'shop'), '1.2.3');
  new HardenedFargateService(stack, 'Web', { image, ...behindHttps(stack), ...differences });
  return Template.fromStack(stack).toJSON().Resources;
}

const WEB = web();

/** The call, which is put together when the stack is deployed. */
const createCallOf = ({ Properties }: TemplateResource): string =>
  (Properties?.Create as { readonly 'Fn::Join': readonly [string, readonly unknown[]] })['Fn::Join'][1].map(String).join('');

describe('a first deployment whose service does not become stable', () => {
  test('leaves the logs, the dead letters, the incidents and the access logs, because that is when they are read, and nothing else', () => {
    expect(leftBehind(WEB).map(id => [id.replace(/[0-9A-F]{8}$/, ''), WEB[id].Type])).toEqual([
      ['WebLogGroup', 'AWS::Logs::LogGroup'],
      ['WebEntranceAccessLogs', 'AWS::S3::Bucket'],
      ['HardenedFargateStopAnalyzerDeadLetterQueue', 'AWS::SQS::Queue'],
      ['HardenedFargateStopAnalyzerHardenedFargateIncidents', 'AWS::DynamoDB::Table'],
      ['HardenedFargateStopAnalyzerLog', 'AWS::Logs::LogGroup'],
    ]);
  });

  test('can be repeated, because nothing that it leaves has a name of its own', () => {
    for (const id of leftBehind(WEB)) expect(Object.keys(WEB[id].Properties ?? {})).not.toContainEqual(expect.stringMatching(/^(LogGroup|Bucket|Queue)Name$/));
  });

  test('takes its load balancer back, because the protection from deletion waits for the service', () => {
    const [service] = ofType(WEB, 'AWS::ECS::Service');
    const [protection] = ofType(WEB, 'Custom::LoadBalancerDeletionProtection');
    const [loadBalancer] = ofType(WEB, 'AWS::ElasticLoadBalancingV2::LoadBalancer');
    expect([...allDependencies(WEB, protection)]).toEqual(expect.arrayContaining([service, loadBalancer]));
    expect(JSON.stringify(WEB[loadBalancer])).not.toContain('deletion_protection');
    expect(JSON.stringify(WEB[protection].Properties)).toContain('\\"deletion_protection.enabled\\",\\"Value\\":\\"true\\"');
    expect(WEB[protection].Properties).not.toHaveProperty('Delete');
  });

  test('protects by a call of a package that is there, because the function of the CDK looks for it by the name in the template', () => {
    const [protection] = ofType(WEB, 'Custom::LoadBalancerDeletionProtection');
    const [, service] = /\{"service":"([^"]+)","action":"modifyLoadBalancerAttributes"/.exec(createCallOf(WEB[protection])) ?? [];
    expect(() => require.resolve(`@aws-sdk/client-${service}`)).not.toThrow();
  });

  test('takes the keys back, which would cost a dollar a month each', () => {
    for (const id of ofType(WEB, 'AWS::KMS::Key')) expect(WEB[id].DeletionPolicy).toMatch(/^(RetainExceptOnCreate|Delete)$/);
  });
});

describe('a first deployment of several services, the last of which does not become stable', () => {
  const resourcesOf = (stack: Stack): Resources => Template.fromStack(stack).toJSON().Resources;
  const INTERNAL: Differences = { containerPort: 8080, loadBalancing: LoadBalancing.internal() };
  const protectionsOf = (resources: Resources) => ofType(resources, 'Custom::LoadBalancerDeletionProtection');

  test('takes back the load balancer of the first, because the protection waits for every service of the stack', () => {
    const stack = newStack();
    for (const id of ['First', 'Last']) declareIn(stack, INTERNAL, id);
    const resources = resourcesOf(stack);
    expect(protectionsOf(resources)).toHaveLength(2);
    for (const protection of protectionsOf(resources)) {
      expect([...allDependencies(resources, protection)]).toEqual(expect.arrayContaining(ofType(resources, 'AWS::ECS::Service')));
    }
  });

  test('takes back a load balancer in a nested stack, because the protection waits in the parent for every nested stack', () => {
    const parent = new Stack(new App({ treeMetadata: false }), 'Parent');
    const [platform, services] = ['Platform', 'Services'].map(id => new NestedStack(parent, id));
    const shared = new SharedLoadBalancer(platform, 'Shared');
    declareIn(services, { containerPort: 8080, loadBalancing: LoadBalancing.shared(shared, { paths: ['/orders/*'] }) });
    const resources = resourcesOf(parent);
    const [protection] = protectionsOf(resources);
    expect([...allDependencies(resources, protection)]).toEqual(expect.arrayContaining(ofType(resources, 'AWS::CloudFormation::Stack')));
    expect([platform, services].map(resourcesOf).flatMap(protectionsOf)).toEqual([]);
  });

  test('protects none too early where one service waits for another one and all that belongs to it', () => {
    const stack = newStack();
    const [first, last] = ['First', 'Last'].map(id => declareIn(stack, INTERNAL, id));
    last.service.node.addDependency(first);
    const resources = resourcesOf(stack);
    for (const service of ofType(resources, 'AWS::ECS::Service')) {
      for (const protection of protectionsOf(resources)) expect([...allDependencies(resources, service)]).not.toContain(protection);
    }
  });
});

describe('an environment to throw away', () => {
  const thrownAway = web({ removalPolicy: RemovalPolicy.DESTROY });

  test('keeps nothing', () => {
    expect(Object.keys(thrownAway).filter(id => thrownAway[id].DeletionPolicy?.startsWith('Retain'))).toEqual([]);
  });

  test('empties its buckets when nobody writes to them any more', () => {
    const [emptied] = ofType(thrownAway, 'Custom::S3AutoDeleteObjects');
    const [loadBalancer] = ofType(thrownAway, 'AWS::ElasticLoadBalancingV2::LoadBalancer');
    expect([...allDependencies(thrownAway, loadBalancer)]).toContain(emptied);
  });

  test('has a load balancer that nothing protects', () => {
    expect(ofType(thrownAway, 'Custom::LoadBalancerDeletionProtection')).toEqual([]);
    const [loadBalancer] = ofType(thrownAway, 'AWS::ElasticLoadBalancingV2::LoadBalancer');
    expect(thrownAway[loadBalancer].Properties?.LoadBalancerAttributes).toContainEqual({ Key: 'deletion_protection.enabled', Value: 'false' });
  });

  test('is a choice between two, and the error says so', () => {
    expect(() => web({ removalPolicy: RemovalPolicy.SNAPSHOT })).toThrow("'removalPolicy' is 'snapshot', but logs, keys and buckets are either kept or deleted");
  });
});
