import { App, Stack, Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { Cluster } from 'aws-cdk-lib/aws-ecs';
import type { IConstruct } from 'constructs';
import { handedOver } from './event-bridge';
import { service } from './shop';
import { synthesisIn } from '../../src/analyzer/protocol/service-tags';
import { StopAnalyzer } from '../../src/analyzer/stop-analyzer';
import { bundleTemplate } from '../../src/analyzer/subjects/acknowledged';
import { diagnose } from '../../src/diagnosis/diagnose';
import { readEvidence } from '../../src/evidence/read/read-evidence';
import { CATALOGUE } from '../../src/guardrails/catalogue';
import { FargateGuardrails } from '../../src/guardrails/plugin/fargate-guardrails';
import type { FargateGuardrailsProps } from '../../src/guardrails/plugin/settings/fargate-guardrails-props';
import { Guardrail } from '../../src/guardrails/plugin/settings/guardrail';
import { GuardrailProfile } from '../../src/guardrails/plugin/settings/guardrail-profile';
import { sampleEvent } from '../diagnosis/sample-events';
import { propertiesOf } from '../found';

/** A service in an app whose services are judged. */
function judged(props: FargateGuardrailsProps = {}, context: Readonly<Record<string, string>> = {}) {
  const app = new App({ context });
  FargateGuardrails.register(app, props);
  const stack = new Stack(app, 'Shop');
  return service(stack, 'Web', new Cluster(stack, 'Cluster', { vpc: new Vpc(stack, 'Vpc') }));
}

const NO_ROUTE = 'the route table of subnet-1 leads nowhere for ECR';

/** What the diagnosis of a task that could not pull its image says of a fault that is found in the account after it stopped. */
function said(template: string | undefined, level = 'error'): readonly string[] {
  const event = sampleEvent('scale-in-exit-137');
  const stoppedReason = 'CannotPullContainerError: ref pull has been retried 5 time(s): failed to do request: Get "https://x.dkr.ecr.eu-west-1.amazonaws.com/v2/": dial tcp 10.0.0.1:443: i/o timeout';
  const containers = [{ name: 'app', lastStatus: 'STOPPED' }];
  const stop = { ...event, detail: { ...event.detail, stopCode: 'TaskFailedToStart', stoppedReason, containers } };
  const bundle = { ...bundleOf(JSON.parse(handedOver(stop, template))), findings: [{ rule: 'network-reaches-ecr', seen: NO_ROUTE, level }] };
  return readEvidence(bundle).flatMap(evidence => diagnose(evidence).clues).filter(({ quote }) => quote === NO_ROUTE).map(({ says }) => says);
}

const bundleOf = (message: object): object => 'event' in message ? message : { event: message };

const DRIFT = 'the resources of the service have this fault, and the guardrail passed at synthesis (drift): '
  + 'it was changed after the deployment, or the app does not declare it';
const FAULT = 'the resources of the service have this fault';

const allow = (construct: IConstruct, rule: string, reason: string) => Validations.of(construct).acknowledge({ id: `HardenedFargate::${rule}`, reason });

test('a guardrail that passed at synthesis and fails in the account is named as drift', () => {
  expect(said(bundleTemplate(judged()))).toEqual([DRIFT]);
});

test('one that was acknowledged is quoted with its reason', () => {
  const web = judged();
  allow(web, 'network-reaches-ecr', 'the proxy is added by hand');
  expect(said(bundleTemplate(web))).toEqual(['the resources of the service have this fault, and it was acknowledged: the proxy is added by hand']);
});

test.each<[string, FargateGuardrailsProps, Readonly<Record<string, string>>]>([
  ['is off', { levels: [Guardrail.NETWORK_REACHES_ECR.off('a proxy')] }, {}],
  ['only warns', { levels: [Guardrail.NETWORK_REACHES_ECR.warning('a proxy')] }, {}],
  ['only advises', { profile: GuardrailProfile.ADVISORY }, {}],
  ['is switched off with all others', {}, { 'hardened-fargate:guardrails': 'off' }],
])('a guardrail that %s has passed nothing', (_, props, context) => {
  expect(said(bundleTemplate(judged(props, context)))).toEqual([FAULT]);
});

test('what synthesis only warns of has passed nothing', () => expect(said(bundleTemplate(judged()), 'warning')).toEqual([FAULT]));

test.each<[string, FargateGuardrailsProps, readonly string[]]>([
  ['nothing', {}, []],
  ['one guardrail', { levels: [Guardrail.NETWORK_REACHES_ECR.warning('a proxy')] }, ['network-reaches-ecr']],
])('an analyzer that has no rule of the service finds in its tags that synthesis tolerated %s', (_, props, tolerated) => {
  const web = judged(props);
  const stack = Stack.of(web);
  new StopAnalyzer(stack, 'StopAnalyzer').watch(web);
  const [{ Tags }] = propertiesOf(Template.fromStack(stack), 'AWS::ECS::Service') as unknown as readonly [{ readonly Tags: readonly { Key: string; Value: string }[] }];
  expect(synthesisIn(Object.fromEntries(Tags.map(({ Key, Value }) => [Key, Value])))).toEqual({ tolerated });
});

test('a service that nobody judged has passed nothing', () => {
  const stack = new Stack(new App(), 'Shop');
  const web = service(stack, 'Web', new Cluster(stack, 'Cluster', { vpc: new Vpc(stack, 'Vpc') }));
  expect(said(bundleTemplate(web))).toEqual([FAULT]);
});

test('with every guardrail acknowledged and every level lowered, a template keeps below the 8,192 characters that EventBridge takes', () => {
  const all = Object.values(Guardrail).filter(one => one instanceof Guardrail && one !== Guardrail.NOT_JUDGED);
  const web = judged({ levels: all.map(one => one.warning('known')) });
  expect(bundleTemplate(web)!.length).toBeLessThan(8_192);
  for (const { id } of CATALOGUE) allow(web, id, `${id} is allowed because the team that runs it has other means`);
  expect(bundleTemplate(web)!.length).toBeLessThan(8_192);
});
