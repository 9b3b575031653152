import { App, Aspects, CfnParameter, NestedStack, Stack, Stage, Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { type CfnService, Cluster, FargateService, type CfnTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import type { Construct } from 'constructs';
import { deploy, type DeployedRule, type DeployedService, hookOf, matching, stopOf, troubleOf } from './deployed-rules';
import { service } from './shop';
import { StopEvidence } from '../../src/analyzer/access/stop-evidence';
import { StopAnalyzer } from '../../src/analyzer/stop-analyzer';
import { propertiesOf } from '../found';
import { FLAG_SETS } from '../guardrails/cdk-init-flags';
import { faultsOfOrder } from '../updates/order';
import type { Template as DeployedTemplate } from '../updates/replaced';

const numbers = (count: number): readonly number[] => [...Array(count).keys()];

function clusterIn(scope: Construct, clusterName?: string): Cluster {
  const vpc = Vpc.fromVpcAttributes(scope, 'Vpc', { vpcId: 'vpc-1', availabilityZones: ['a'], privateSubnetIds: ['subnet-1'] });
  return new Cluster(scope, 'Cluster', { vpc, clusterName });
}

/** A stack with so many services, or with these. */
function shopWith(count: number | readonly number[], scope: Construct = new App({ treeMetadata: false }), id = 'Shop'): { readonly stack: Stack; readonly services: readonly FargateService[] } {
  const stack = new Stack(scope, id);
  const cluster = clusterIn(stack);
  return { stack, services: (typeof count === 'number' ? numbers(count) : count).map(number => service(stack, `Web${number}`, cluster)) };
}

/** An app in which the analyzer of each stack watches so many services, or these. */
function watchedShop(count: number | readonly number[]): Stack {
  const { stack, services } = shopWith(count);
  for (const one of services) StopAnalyzer.forService(one);
  return stack;
}

/** The numbers of rules that match the events of services: stops, troubles, hooks of deployments. */
const countsOf = (rules: readonly DeployedRule[], services: readonly DeployedService[]): readonly string[] =>
  [...new Set(services.map(one => [stopOf(one), troubleOf(one), hookOf(one)].map(event => matching(rules, event).length).join()))];

describe('two hundred services in eight stacks, by one declared analyzer', () => {
  const app = new App({ treeMetadata: false });
  const watch = new Stack(app, 'Watch');
  const analyzer = new StopAnalyzer(watch, 'StopAnalyzer', { services: [] });
  const stacks = numbers(8).map(number => {
    const { stack, services } = shopWith(25, app, `Shop${number}`);
    for (const one of services) analyzer.watch(one);
    return stack;
  });
  const deployed = stacks.map(deploy);
  const [rules, services] = [deployed.flatMap(stack => stack.rules), deployed.flatMap(stack => stack.services)];

  test('have a quarter of the rules that they had one by one, and far fewer than the bus holds', () => {
    expect(services).toHaveLength(200);
    expect(rules.length).toBeLessThanOrEqual(100);
    const said = app.node.findAll().flatMap(({ node: { metadata } }) => metadata).map(({ data }) => String(data));
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter(text => text.includes('rules or more on the default event bus'))).toEqual([]);
  });

  test('are each matched by one rule for stops and one for troubles', () => {
    expect(countsOf(rules, services)).toEqual(['1,1,1']);
  });

  test('are told from services of other stacks, clusters and families whose names begin alike', () => {
    const [web] = services;
    const others = [
      { ...web, name: web.name.replace('Shop0-', 'Shop0-Back-'), family: `${web.family}Back` },
      { ...web, name: web.name.replace('Shop0-', 'Shop01-'), family: web.family.replace('Shop0', 'Shop01') },
      { ...web, cluster: `${web.cluster}2` },
    ];
    expect(countsOf(rules, others)).toEqual(['0,0,0']);
  });

  test('have patterns, targets and policies that AWS takes', () => {
    for (const { pattern } of rules) expect(JSON.stringify(pattern).length).toBeLessThanOrEqual(2_048);
    for (const stack of stacks) for (const { Targets } of propertiesOf(Template.fromStack(stack), 'AWS::Events::Rule')) expect(Targets[0].InputTransformer).toBeUndefined();
    for (const { PolicyDocument } of propertiesOf(Template.fromStack(watch), 'AWS::SQS::QueuePolicy')) expect(JSON.stringify(PolicyDocument).length).toBeLessThan(8_192);
    const policies = propertiesOf(Template.fromStack(watch), 'AWS::IAM::Policy').map(({ PolicyDocument }) => PolicyDocument);
    expect(JSON.stringify(policies).length).toBeLessThan(10_240);
  });

  test('come after their own two rules, and no rule refers to a service or a task definition', () => {
    for (const [index, stack] of stacks.entries()) {
      const template = Template.fromStack(stack);
      for (const [id, { DependsOn }] of Object.entries(template.findResources('AWS::ECS::Service'))) {
        const its = (DependsOn as readonly string[]).filter(name => name.startsWith('HardenedFargateStopRules')).sort();
        const one = deployed[index].services.find(found => found.id === id) as DeployedService;
        expect(its).toEqual([...matching(rules, stopOf(one)), ...matching(rules, troubleOf(one))].sort());
      }
      expect(JSON.stringify(template.findResources('AWS::Events::Rule'))).not.toMatch(/"(?:Ref|Fn::GetAtt)":\[?"Web\d+/);
    }
  });

  test('leave the stack of the analyzer without a reference to them', () => {
    expect(watch.dependencies).toEqual([]);
  });
});

describe('the analyzer of a stack', () => {
  test('has rules of each of twenty services, and no tags', () => {
    const stack = watchedShop(20);
    const { rules, services } = deploy(stack);
    expect(rules).toHaveLength(40);
    expect(countsOf(rules, services)).toEqual(['1,1,1']);
    expect(propertiesOf(Template.fromStack(stack), 'AWS::Lambda::Function')[0].Environment.Variables.ACKNOWLEDGED_IN_TAGS).toBeUndefined();
  });

  test('has rules that twenty-one services share, and reads in their tags what was allowed', () => {
    const { stack, services } = shopWith(21);
    for (const one of services) StopAnalyzer.forService(one);
    for (const one of services) Validations.of(one).acknowledge({ id: 'HardenedFargate::image-pinned', reason: 'rebuilt each day' });
    const deployed = deploy(stack);
    expect(deployed.rules.length).toBeLessThanOrEqual(10);
    expect(countsOf(deployed.rules, deployed.services)).toEqual(['1,1,1']);
    const template = Template.fromStack(stack);
    expect(propertiesOf(template, 'AWS::Lambda::Function')[0].Environment.Variables.ACKNOWLEDGED_IN_TAGS).toBe('true');
    const tag = { Key: 'hardened-fargate:allowed:image-pinned', Value: 'rebuilt each day' };
    for (const { Tags } of propertiesOf(template, 'AWS::ECS::Service')) expect(Tags).toEqual([tag]);
  });

  test('lets in the rules that there are, and no other', () => {
    const stack = watchedShop(21);
    const template = Template.fromStack(stack);
    const arns = Object.keys(template.findResources('AWS::Events::Rule')).map(id => ({ 'Fn::GetAtt': [id, 'Arn'] }));
    for (const { PolicyDocument: { Statement } } of propertiesOf(template, 'AWS::SQS::QueuePolicy')) {
      const [allowed] = (Statement as readonly { Effect: string; Condition: { ArnLike: Record<string, object[]> } }[]).filter(({ Effect }) => Effect === 'Allow');
      expect([...allowed.Condition.ArnLike['aws:SourceArn']].sort(byText)).toEqual([...arns].sort(byText));
    }
  });

  test('that may not read services keeps a rule of each, by which the reasons arrive', () => {
    const { stack, services } = shopWith(21);
    new StopAnalyzer(stack, 'StopAnalyzer', { services: [...services], evidence: StopEvidence.NONE });
    expect(deploy(stack).rules).toHaveLength(42);
  });
});

test('shared rules match what two rules for each service match, and nothing else', () => {
  const { stack, services } = shopWith(22);
  const { cluster, taskDefinition } = services[0];
  const all = [...services, new FargateService(stack, 'Sharing', { cluster, taskDefinition }), service(stack, 'Named', cluster, 'named')];
  const own = StopAnalyzer.fromStopAnalyzerAttributes(stack, 'Own', {
    topicArn: 'arn:aws:sns:eu-central-1:111122223333:stops',
    queueArn: 'arn:aws:sqs:eu-central-1:111122223333:stops',
    deadLetterQueueArn: 'arn:aws:sqs:eu-central-1:111122223333:lost-stops',
  });
  for (const one of all) {
    StopAnalyzer.forService(one);
    own.watch(one);
  }
  const { rules, services: deployed } = deploy(stack);
  const shared = rules.filter(({ id }) => id.includes('SharedRules'));
  const single = rules.filter(rule => !shared.includes(rule));
  expect([single.length, shared.length < 15]).toEqual([48, true]);
  const changes = [(text: string) => text, (text: string) => `${text}2`, (text: string) => text.slice(0, -1), (text: string) => `Shop-${text}`, (text: string) => text.replace('Shop', 'Shop-Back')];
  const variants = deployed.flatMap(one => (['cluster', 'name', 'family'] as const).flatMap(part => changes.map(change => ({ ...one, [part]: change(one[part]) }))));
  const events = variants.flatMap(one => [stopOf(one), stopOf(one, 'family:nightly'), stopOf(one, 'service:another'), troubleOf(one), hookOf(one)]);
  expect(events.filter(event => matching(shared, event).length !== matching(single, event).length)).toEqual([]);
});

const byText = (one: object, other: object): number => JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;

describe('when the number is passed, in either direction', () => {
  const stacks = [20, 21].map(watchedShop);
  const [before, after] = stacks.map(deploy);

  test('no rule has the id of another one, so the new ones are created before the old ones go', () => {
    const ids = before.rules.map(({ id }) => id);
    expect(after.rules.filter(({ id }) => ids.includes(id))).toEqual([]);
  });

  test('no step of the update fails', () => {
    const [one, other] = stacks.map(stack => Template.fromStack(stack).toJSON() as DeployedTemplate);
    expect([...faultsOfOrder(one, other), ...faultsOfOrder(other, one)]).toEqual([]);
  });
});

test('a service that comes or goes has no other service unmatched for a moment, in whatever order CloudFormation updates rules', () => {
  const all = numbers(40);
  const versions = [all, all.slice(1), all.filter(number => number % 3 > 0), all.filter(number => number > 10), all]
    .map(some => deploy(watchedShop(some)));
  for (const [index, after] of versions.slice(1).entries()) {
    const before = versions[index];
    const staying = after.services.filter(({ id }) => before.services.some(one => one.id === id));
    expect(staying.length).toBeGreaterThanOrEqual(15);
    for (const event of staying.flatMap(one => [stopOf(one), troubleOf(one)])) {
      const [rule] = matching(before.rules, event);
      // A rule that is not in the new template stays until all others are there.
      expect(after.rules.some(({ id }) => id === rule) ? matching(after.rules, event) : [rule]).toEqual([rule]);
    }
  }
});

describe('services with names of their own', () => {
  const names = numbers(25).map(number => `store-${number}`);
  const { stack } = shopWith(0);
  const cluster = stack.node.findChild('Cluster') as Cluster;
  for (const name of names) StopAnalyzer.forService(service(stack, name, cluster, name));
  const { rules, services } = deploy(stack);

  test('are matched by these, and not by longer ones', () => {
    expect(countsOf(rules, services)).toEqual(['1,1,1']);
    expect(countsOf(rules, [{ ...services[0], name: 'store-99', family: 'other' }, { ...services[0], name: `${services[0].name}-copy`, family: 'other' }])).toEqual(['0,0,0']);
  });
});

test('services that share a task definition have each stop put into the queue once, with that of a task of no service', () => {
  const { stack, services: [first, ...others] } = shopWith(22);
  const { cluster, taskDefinition } = first;
  const sharing = numbers(3).map(number => new FargateService(stack, `Sharing${number}`, { cluster, taskDefinition }));
  for (const one of [first, ...others, ...sharing]) StopAnalyzer.forService(one);
  const { rules, services } = deploy(stack);
  expect(services).toHaveLength(25);
  expect(countsOf(rules, services)).toEqual(['1,1,1']);
  expect(services.map(one => matching(rules, stopOf(one, 'family:nightly')).length)).toEqual(services.map(() => 1));
});

describe.each(Object.entries(FLAG_SETS))('services of nested stacks and stages, and of a cluster of another stack, with %s', (_, context) => {
  const app = new App({ context, treeMetadata: false });
  const prod = new Stage(app, 'Prod');
  const platform = new Stack(prod, 'Platform');
  const cluster = clusterIn(platform);
  const shop = new Stack(prod, 'Shop');
  const nested = new NestedStack(shop, 'Nested');
  const analyzer = new StopAnalyzer(platform, 'StopAnalyzer', { services: [] });
  for (const scope of [shop, nested]) for (const number of numbers(15)) analyzer.watch(service(scope, `Web${number}`, cluster));
  prod.synth();

  test.each([['stack', shop], ['nested stack', nested]])('share rules in their %s, whose patterns fit whatever is filled in', (__, stack) => {
    const patterns = propertiesOf(Template.fromStack(stack), 'AWS::Events::Rule').map(({ EventPattern }) => JSON.stringify(EventPattern));
    expect(patterns.length).toBeGreaterThan(1);
    expect(patterns.length).toBeLessThan(30);
    for (let number = 0; number < 15; number++) {
      const [stops, troubles] = [`Web${number}Task`, `-Web${number}Service`].map(name => patterns.filter(pattern => pattern.includes(name)).length);
      expect([stops, troubles]).toEqual([1, 1]);
    }
  });
});

describe('what changes until synthesis', () => {
  const resourceOf = (one: FargateService) => one.node.findChild('Service') as CfnService;

  test('is what the rules match: names that are set on resources later', () => {
    const { stack, services } = shopWith(25);
    for (const one of services) StopAnalyzer.forService(one);
    resourceOf(services[3]).addPropertyOverride('ServiceName', 'renamed');
    resourceOf(services[4]).overrideLogicalId('Storefront');
    (services[5].taskDefinition.node.defaultChild as CfnTaskDefinition).family = 'families';
    const deployed = deploy(stack);
    expect(deployed.services.map(({ name }) => name)).toEqual(expect.arrayContaining(['renamed', expect.stringMatching(/^Shop-Storefront-/)]));
    expect(countsOf(deployed.rules, deployed.services)).toEqual(['1,1,1']);
  });

  test('is a finding where names became too long for the pattern that they are in', () => {
    const { stack, services } = shopWith(21);
    for (const one of services) StopAnalyzer.forService(one);
    for (const one of services) resourceOf(one).addPropertyOverride('ServiceName', `${one.node.id}${'x'.repeat(200)}`);
    expect(() => Template.fromStack(stack)).toThrow(/the event pattern of 'Shop\/HardenedFargateStopAnalyzer\/SharedRules\/TroubleRule\w+' can have \d+ characters, but EventBridge allows at most 2048/);
  });

  test('is a service that an Aspect has watched, and one that is watched after a first synthesis', () => {
    const { stack, services } = shopWith(25);
    Aspects.of(stack).add({
      visit: node => {
        if (node instanceof FargateService && node.node.id !== 'Web0') StopAnalyzer.forService(node);
      },
    });
    const app = stack.node.root as App;
    app.synth();
    StopAnalyzer.forService(services[0]);
    const { Resources } = app.synth({ force: true }).getStackByName('Shop').template as { Resources: Record<string, { Type: string; Properties: { EventPattern?: object } }> };
    const patterns = Object.values(Resources).filter(({ Type }) => Type === 'AWS::Events::Rule').map(({ Properties }) => JSON.stringify(Properties.EventPattern ?? ''));
    for (const number of numbers(25)) {
      expect([`Web${number}Task`, `-Web${number}Service`].map(name => patterns.filter(pattern => pattern.includes(name)).length)).toEqual([1, 1]);
    }
  });
});

test('a cluster whose name only deployment knows leaves fewer services in a pattern, and each in one', () => {
  const { stack, services: [{ cluster: { vpc } }] } = shopWith(1);
  const clusterName = new CfnParameter(stack, 'ClusterName').valueAsString;
  const cluster = Cluster.fromClusterAttributes(stack, 'Imported', { clusterName, vpc });
  const services = numbers(21).map(number => service(stack, `Api${number}`, cluster));
  for (const one of services) StopAnalyzer.forService(one);
  const patterns = propertiesOf(Template.fromStack(stack), 'AWS::Events::Rule').map(({ EventPattern }) => JSON.stringify(EventPattern ?? ''));
  const longest = patterns.map(pattern => pattern.replace(/",\{"Ref":"ClusterName"\},"/g, 'x'.repeat(255))
    .replace(/\{"Fn::Join":\["",\["arn:",\{"Ref":"AWS::Partition"\},":ecs:",\{"Ref":"AWS::Region"\},":",\{"Ref":"AWS::AccountId"\},("[^"]*")\]\]\}/g, `"${'x'.repeat(45)}$1"`).length);
  expect(Math.max(...longest)).toBeLessThanOrEqual(2_048);
  for (const number of numbers(21)) {
    expect([`Api${number}Task`, `-Api${number}Service`].map(name => patterns.filter(pattern => pattern.includes(name)).length)).toEqual([1, 1]);
  }
});
