import { App, Lazy, Stack, Stage, Validations } from 'aws-cdk-lib';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { Cluster, type FargateService } from 'aws-cdk-lib/aws-ecs';
import { Construct, type IConstruct } from 'constructs';
import { handedOver, inputTemplates } from './event-bridge';
import { service } from './shop';
import { StopAnalyzer } from '../../src/analyzer/stop-analyzer';
import { readEvidence } from '../../src/evidence/read/read-evidence';
import { sampleEvent } from '../diagnosis/sample-events';
import { found } from '../found';

const EVENT = sampleEvent('scale-in-exit-137');

const allow = (construct: IConstruct, rule: string, reason: string) => Validations.of(construct).acknowledge({ id: `HardenedFargate::${rule}`, reason });

/** A service that is part of something, in a stack with an analyzer, and in a stage. */
function shop(): { readonly stack: Stack; readonly part: Construct; readonly web: FargateService } {
  const stack = new Stack(new Stage(new App(), 'Prod'), 'Shop');
  const part = new Construct(stack, 'Part');
  const web = service(part, 'Web', new Cluster(stack, 'Cluster', { vpc: new Vpc(stack, 'Vpc') }));
  StopAnalyzer.forService(web);
  return { stack, part, web };
}

/** What the analyzer reads as allowed, from the messages of both rules of a service. */
function allowed(stack: Stack): Readonly<Record<string, string>> {
  const templates = Object.values(inputTemplates(stack));
  const [first, second] = templates.map(template => readEvidence(JSON.parse(handedOver(EVENT, template)))[0].acknowledged);
  expect(templates).toHaveLength(2);
  expect(second).toEqual(first);
  return first;
}

test('where nothing is allowed, the event is handed over as it is', () => {
  expect(Object.values(inputTemplates(shop().stack))).toEqual([undefined, undefined]);
});

test('what is allowed changes no name of any resource', () => {
  const plain = shop();
  const { stack, web } = shop();
  allow(web, 'image-pinned', 'rebuilt each day');
  expect(Object.keys(inputTemplates(stack))).toEqual(Object.keys(inputTemplates(plain.stack)));
});

test('what is allowed after the analyzer was made goes along with each event, whatever it was allowed for', () => {
  const { stack, part, web } = shop();
  allow(web, 'image-pinned', 'rebuilt each day');
  allow(web.taskDefinition, 'stop-timeout-limits', 'nothing to finish');
  allow(part, 'container-memory-limit', 'one container');
  allow(stack.node.root, 'log-retention', 'exported');
  expect(allowed(stack)).toEqual({
    'container-memory-limit': 'one container',
    'image-pinned': 'rebuilt each day',
    'log-retention': 'exported',
    'stop-timeout-limits': 'nothing to finish',
  });
});

test('the nearest reason counts', () => {
  const { stack, web } = shop();
  allow(web, 'image-pinned', 'near');
  allow(stack, 'image-pinned', 'far');
  expect(allowed(stack)).toEqual({ 'image-pinned': 'near' });
});

test('what other tools are told, and what is allowed beside the service, stays away', () => {
  const { stack, web } = shop();
  Validations.of(web).acknowledge({ id: 'OtherTool::S3', reason: 'not ours' });
  allow(new Construct(stack, 'Beside'), 'image-pinned', 'another one');
  expect(Object.values(inputTemplates(stack))).toEqual([undefined, undefined]);
});

test.each([
  ['quotes and backslashes', 'the "old" image of C:\\build \\u0041'],
  ['placeholders', 'see <aws.events.event.json> & <detail>, {"event": 1}'],
  ['other scripts', 'weil es läuft – 安全 💥'],
])('a reason with %s arrives as it was written', (_, reason) => {
  const { stack, web } = shop();
  allow(web, 'image-pinned', reason);
  expect(allowed(stack)).toEqual({ 'image-pinned': reason });
});

test('a reason of several lines arrives in one', () => {
  const { stack, web } = shop();
  allow(web, 'image-pinned', 'one\n  two');
  expect(allowed(stack)).toEqual({ 'image-pinned': 'one two' });
});

test('a reason that is not known before deployment says so', () => {
  const { stack, web } = shop();
  allow(web, 'image-pinned', Lazy.string({ produce: () => 'late' }));
  expect(allowed(stack)).toEqual({ 'image-pinned': 'a reason that only deployment knows' });
});

test('long reasons, and many of them, never make a rule that EventBridge refuses', () => {
  const { stack, web } = shop();
  for (let index = 0; index < 60; index++) allow(web, `acme/rule-${index}`, '"'.repeat(1_000));
  for (const template of found(Object.values(inputTemplates(stack)))) expect(template?.length).toBeLessThanOrEqual(8_192);
});

test('long reasons are cut until each guardrail that was allowed is told with its own', () => {
  const { stack, web } = shop();
  for (let index = 0; index < 60; index++) allow(web, `acme/rule-${index}`, '"'.repeat(1_000));
  allow(web, 'image-pinned', 'known');
  const { 'image-pinned': short, ...others } = allowed(stack);
  expect(short).toBe('known');
  expect(Object.keys(others)).toHaveLength(60);
  expect(new Set(Object.values(others))).toEqual(new Set([`${'"'.repeat(9)}…`]));
});
