import { App, Aspects, Stack, Tags } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as sns from 'aws-cdk-lib/aws-sns';
import { CATALOGUE } from '../../../../src/guardrails/catalogue';
import { FargateGuardrails } from '../../../../src/guardrails/plugin/fargate-guardrails';
import { HardenedFargateService } from '../../../../src/service/hardened-fargate-service';
import { behindHttps, type Differences, imageIn } from '../../../service/declare';
import { judgementOf } from '../../judged';
import { PlainService } from '../../plain-service';

const [PUBLIC_IP, PERCENT] = ['NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp', 'DeploymentConfiguration.MaximumPercent'];

type Change = (service: HardenedFargateService) => void;

const l1 = ({ service }: HardenedFargateService): ecs.CfnService => service.node.defaultChild as ecs.CfnService;
const taskOf = ({ taskDefinition }: HardenedFargateService): ecs.CfnTaskDefinition => taskDefinition.node.defaultChild as ecs.CfnTaskDefinition;

/** How a service is changed, and what is then found and printed. */
const CASES: readonly (readonly [says: string, rule: string, fix: string | undefined, change: Change, props?: Differences])[] = [
  ['a property that is set on an L1 construct is an override, too', 'platform-version-current',
    'Remove the override of platformVersion on L1/Web/Service/Service. Without the override, the requirement is met.', service => { l1(service).platformVersion = '1.3.0'; }],
  ['so is a part of the resource beside its properties', 'no-public-ip',
    `Remove the override of ${PUBLIC_IP} on Beside/Web/Service/Service. Without the override, the requirement is met.`, service => l1(service).addOverride(`Properties.${PUBLIC_IP}`, 'ENABLED')],
  ['an Aspect overrides as its author does', 'no-public-ip',
    `Remove the override of ${PUBLIC_IP} on Aspect/Web/Service/Service. Without the override, the requirement is met.`,
    service => Aspects.of(service).add({ visit: node => void (node instanceof ecs.CfnService && node.addPropertyOverride(PUBLIC_IP, 'ENABLED')) })],
  ['overrides of one place are named together', 'log-delivery-mode',
    'Remove the override of ContainerDefinitions.0.LogConfiguration.Options.mode and ContainerDefinitions.0.LogConfiguration.Options.max-buffer-size '
      + 'on Together/Web/TaskDefinition/Resource. Without the override, the requirement is met.',
    service => ['mode', 'max-buffer-size'].forEach(option => taskOf(service).addPropertyDeletionOverride(`ContainerDefinitions.0.LogConfiguration.Options.${option}`))],
  ['of several overrides only the one that is the cause is named', 'no-public-ip',
    `Remove the override of ${PUBLIC_IP} on One/Web/Service/Service. Without the override, the requirement is met.`, service => {
      l1(service).addPropertyOverride('PlatformVersion', '1.4.0');
      l1(service).addPropertyOverride(PUBLIC_IP, 'ENABLED');
    }],
  ['an override that is not the cause is no reason to remove it', 'non-root-user', undefined, service => taskOf(service).addPropertyOverride('Family', 'shop'), { user: 'root' }],
  ['what L2 constructs add later is no override', 'non-root-user', undefined, service => Tags.of(service).add('team', 'shop'), { user: 'root' }],
];

const STACKS = ['L1', 'Beside', 'Aspect', 'Together', 'One', 'Harmless', 'Later'];

const app = new App();
const services = CASES.map(([,,, change, props], index) => {
  const stack = new Stack(app, STACKS[index]);
  const service = new HardenedFargateService(stack, 'Web', {
    ...behindHttps(stack), image: imageIn(stack), user: '65532:65532', alarmTopic: new sns.Topic(stack, 'OnCall'), ...props,
  });
  change(service);
  return service;
});
FargateGuardrails.register(app);
const other = new Stack(app, 'Plain');
const plain = new PlainService(other, 'Plain', { vpc: new ec2.Vpc(other, 'Vpc', { natGateways: 1 }) });
(plain.service.node.defaultChild as ecs.CfnService).addPropertyOverride(PERCENT, 100);
const { violations } = judgementOf(app);

const fixesIn = (stack: string, rule: string): readonly string[] => violations
  .filter(({ ruleName, violatingConstructs: [{ constructPath }] }) => ruleName === rule && constructPath.startsWith(`${stack}/`))
  .map(({ suggestedFix }) => suggestedFix.replace(/ Example: \S+$/, ''));

const fixOf = (rule: string): string | undefined => CATALOGUE.find(({ id }) => id === rule)?.fix;

test.each(CASES.map(([says, rule, fix], index) => ({ says, rule, fix, stack: STACKS[index] })))('$says', ({ rule, fix, stack }) => {
  expect(fixesIn(stack, rule)).toEqual([fix ?? fixOf(rule)]);
});

test('nobody promises what a service of another construct is without an override: the fix is that of the rule', () => {
  expect(fixesIn('Plain', 'deployment-can-progress')).toEqual([fixOf('deployment-can-progress')]);
});

test('to ask what an override causes leaves it where it is', () => {
  expect(Stack.of(services[0]).resolve((l1(services[0]) as unknown as { _toCloudFormation: () => object })._toCloudFormation()))
    .toMatchObject({ Resources: { WebServiceD04B5F3E: { Properties: { PlatformVersion: '1.3.0' } } } });
});
