import { App, Stack, Tags, Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { Cluster, type FargateService } from 'aws-cdk-lib/aws-ecs';
import { crash } from './crashes';
import { published } from './failed-stops';
import { ShippedAnalyzer } from './shipped-analyzer';
import { service } from './shop';
import { withAllowed } from '../../src/analyzer/handler/allowed-by-tags.lambda';
import { DescribedServices } from '../../src/analyzer/notifying/described-services';
import { allowedIn, textInTag } from '../../src/analyzer/protocol/service-tags';
import { StopAnalyzer } from '../../src/analyzer/stop-analyzer';
import type { IStopAnalyzer } from '../../src/analyzer/stop-analyzer-reference';
import { CATALOGUE } from '../../src/guardrails/catalogue';
import { propertiesOf } from '../found';

const REASON = 'The image needs "root" (SHOP-12), until May; größer geht\'s nicht & <b>';

interface Tag {
  readonly Key: string;
  readonly Value: string;
}

/** The tags of a service that an analyzer of its whole account explains, whose guardrail was allowed afterwards. */
function tagsBy(analyzer: (stack: Stack) => IStopAnalyzer, reason: string): readonly Tag[] {
  const stack = new Stack(new App(), 'Shop');
  const web: FargateService = service(stack, 'Web', new Cluster(stack, 'Cluster', { vpc: new Vpc(stack, 'Vpc') }));
  analyzer(stack).watch(web);
  Validations.of(web).acknowledge({ id: 'HardenedFargate::container-memory-limit', reason });
  return (propertiesOf(Template.fromStack(stack), 'AWS::ECS::Service')[0] as { readonly Tags?: readonly Tag[] }).Tags ?? [];
}

const ofAccount = (stack: Stack): IStopAnalyzer => new StopAnalyzer(stack, 'StopAnalyzer');

const imported = (stack: Stack): IStopAnalyzer =>
  StopAnalyzer.fromStopAnalyzerAttributes(stack, 'StopAnalyzer', { topicArn: 'arn:aws:sns:eu-central-1:111122223333:stops' });

const valueOf = (tags: readonly Tag[]): string => tags.find(({ Key }) => Key === 'hardened-fargate:allowed:container-memory-limit')?.Value ?? '';

test.each([['of the account', ofAccount], ['that is imported without its queues', imported]])('for an analyzer %s, a service has what was allowed in its tags', (_, analyzer) => {
  expect(valueOf(tagsBy(analyzer, 'one container'))).toBe('one container');
});

test('a reason keeps every mark, in those that ECS takes in a tag', () => {
  const value = valueOf(tagsBy(ofAccount, REASON));
  expect(value).toMatch(/^[A-Za-z0-9 +\-=._:/@]{1,256}$/);
  expect(textInTag(value)).toBe(REASON);
});

test('a reason that is too long for a tag is cut between two characters', () => {
  const value = valueOf(tagsBy(ofAccount, 'ü'.repeat(200)));
  expect(value.length).toBeLessThanOrEqual(256);
  expect(textInTag(value)).toMatch(/^ü{42}\.\.\.$/);
});

/** The tags of a service with so many tags of its app, for which so many guardrails were allowed. */
function tagsBeside(ofApp: number, guardrails: readonly string[]): Readonly<Record<string, string>> {
  const app = new App();
  const stack = new Stack(app, 'Shop');
  new StopAnalyzer(stack, 'StopAnalyzer').watch(service(stack, 'Web', new Cluster(stack, 'Cluster', { vpc: new Vpc(stack, 'Vpc') })));
  for (const id of guardrails) Validations.of(stack).acknowledge({ id: `HardenedFargate::${id}`, reason: `${id} is known` });
  for (let index = 0; index < ofApp; index++) Tags.of(app).add(`owner-${index}`, 'shop');
  const [{ Tags: tags }] = propertiesOf(Template.fromStack(stack), 'AWS::ECS::Service') as unknown as readonly [{ readonly Tags: readonly Tag[] }];
  return Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));
}

const NO_ROOM = 'the reason is too long for the tags of the service; read it in the app';

test.each([0, 30, 44])('beside %i tags of the app, every guardrail that was allowed is told, at first with its reason', ofApp => {
  const ids = CATALOGUE.slice(0, 40).map(({ id }) => id);
  const tags = tagsBeside(ofApp, ids);
  expect(Object.keys(tags).length).toBeLessThanOrEqual(50);
  const allowed = allowedIn(tags);
  expect(Object.keys(allowed).sort()).toEqual([...ids].sort());
  const withoutReason = ids.filter(id => allowed[id] === NO_ROOM);
  expect(Object.entries(allowed).filter(([id, reason]) => !withoutReason.includes(id) && reason !== `${id} is known`)).toEqual([]);
  expect(withoutReason).toEqual([...ids].sort().slice(ids.length - withoutReason.length));
});

test('where the app has every tag that ECS takes, the service gets no other one', () => {
  expect(Object.keys(tagsBeside(50, ['image-pinned']))).toHaveLength(50);
});

test('a service that has rules of its own, or nothing that was allowed, has no such tags', () => {
  const forService = (stack: Stack): IStopAnalyzer => new StopAnalyzer(stack, 'StopAnalyzer', { services: [] });
  expect(tagsBy(forService, 'one container')).toEqual([]);
});

describe('the diagnosis of an analyzer that has no rule of the service', () => {
  let analyzer: ShippedAnalyzer;

  beforeAll(async () => {
    analyzer = await ShippedAnalyzer.start(undefined, ['settings'], { ACKNOWLEDGED_IN_TAGS: 'true' });
    const tags = tagsBy(ofAccount, REASON).map(({ Key, Value }) => ({ key: Key, value: Value }));
    analyzer.aws.hold({ 'ecs:DescribeServices': { services: [{ serviceName: 'web', status: 'ACTIVE', tags }] } });
  });

  afterAll(() => analyzer.stop());

  test('says what was allowed, and why', async () => {
    const containers = [{ name: 'app', lastStatus: 'STOPPED', exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' }];
    await analyzer.receive(crash('web', 1, { containers, stoppedReason: 'Essential container in task exited' }));
    expect(published(analyzer.aws)[0]).toMatchObject({
      cause: 'memory/container-limit',
      prevention: expect.arrayContaining([{ guardrail: 'container-memory-limit', acknowledged: { reason: REASON } }]),
    });
  });
});

test.each(['service', 'service-deployment'])('an event that names a %s instead of a task is told what its tags allow', async kind => {
  const asked: unknown[] = [];
  const account = {
    read: (_: unknown, input: unknown) => {
      asked.push(input);
      return Promise.resolve({ kind: 'answer' as const, answer: { services: [{ tags: [{ key: 'hardened-fargate:allowed:image-pinned', value: 'rebuilt each day' }] }] } });
    },
  };
  const services = new DescribedServices({ openAccounts: () => () => Promise.resolve(account), now: () => 0 });
  const event = { account: '111122223333', region: 'eu-central-1', resources: [`arn:aws:ecs:eu-central-1:111122223333:${kind}/shop/web${kind === 'service' ? '' : '/K2bf7kAe3'}`], detail: {} };
  expect(await withAllowed(event, services)).toEqual({ event, acknowledged: { 'image-pinned': 'rebuilt each day' } });
  expect(asked).toEqual([{ cluster: 'shop', services: ['web'], include: ['TAGS'] }]);
});
