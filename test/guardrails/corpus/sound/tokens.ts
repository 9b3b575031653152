import { CfnCondition, CfnMapping, CfnParameter, CustomResource, Fn, Lazy, Token, type CfnResource } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { IConstruct } from 'constructs';
import type { SoundConfiguration } from '../configuration';
import { webService } from '../parts/load-balancer';
import { soundService } from '../parts/service';

const deploymentAt = (MaximumPercent: number) => ({
  MaximumPercent, MinimumHealthyPercent: 100, DeploymentCircuitBreaker: { Enable: true, Rollback: true },
});

/** Values that are decided at deployment, or just before the template is written. */
export const TOKENS: readonly SoundConfiguration[] = [
  {
    sentence: 'parameters for the image tag, the task size, and the desired count',
    declare: stack => {
      const number = (id: string) => new CfnParameter(stack, id, { type: 'Number' }).valueAsNumber;
      const tag = new CfnParameter(stack, 'Tag').valueAsString;
      soundService(stack, {
        task: { cpu: number('Cpu'), memoryLimitMiB: number('Memory') },
        container: { image: ecs.ContainerImage.fromEcrRepository(ecr.Repository.fromRepositoryName(stack, 'Repository', 'shop/worker'), tag), memoryLimitMiB: number('ContainerMemory') },
        service: { desiredCount: number('Count') },
      });
    },
  },
  {
    sentence: 'parameters whose defaults are safe',
    declare: stack => {
      const tag = new CfnParameter(stack, 'Tag', { default: '1.4.2' }).valueAsString;
      const count = new CfnParameter(stack, 'Count', { type: 'Number', default: 2 }).valueAsNumber;
      soundService(stack, {
        container: { image: ecs.ContainerImage.fromEcrRepository(ecr.Repository.fromRepositoryName(stack, 'Repository', 'shop/worker'), tag) },
        service: { desiredCount: count },
      });
    },
  },
  {
    sentence: 'values that CloudFormation reads from Parameter Store',
    declare: stack => {
      const lookup = (name: string) => `{{resolve:ssm:/shop/${name}}}`;
      const { node, taskDefinition } = soundService(stack, { container: { image: ecs.ContainerImage.fromRegistry(lookup('image')) } });
      const service = node.findChild('Service') as ecs.CfnService;
      service.addPropertyOverride('DesiredCount', lookup('count'));
      service.addPropertyOverride('NetworkConfiguration.AwsvpcConfiguration.Subnets', { 'Fn::Split': [',', lookup('subnets')] });
      const task = taskDefinition.node.defaultChild as ecs.CfnTaskDefinition;
      task.networkMode = lookup('network-mode');
      task.addPropertyOverride('ContainerDefinitions.0.LogConfiguration.Options.awslogs-group', lookup('log-group'));
      task.addPropertyOverride('ContainerDefinitions.0.Secrets', [{ Name: 'TOKEN', ValueFrom: lookup('token-arn') }, { Name: 'KEY', ValueFrom: `${lookup('token-arn')}:key::` }]);
    },
  },
  {
    sentence: 'a parameter for the whole image URI',
    declare: stack => void soundService(stack, { container: { image: ecs.ContainerImage.fromRegistry(new CfnParameter(stack, 'Image').valueAsString) } }),
  },
  {
    sentence: 'a condition that runs more tasks in production',
    declare: stack => {
      const isProduction = new CfnCondition(stack, 'IsProduction', { expression: Fn.conditionEquals(new CfnParameter(stack, 'Stage'), 'production') });
      soundService(stack, { service: { desiredCount: Token.asNumber(Fn.conditionIf(isProduction.logicalId, 6, 2)) } });
    },
  },
  {
    sentence: 'deployment percentages that depend on a condition',
    declare: stack => {
      const isHurried = new CfnCondition(stack, 'IsHurried', { expression: Fn.conditionEquals(new CfnParameter(stack, 'Hurried'), 'yes') });
      const service = soundService(stack);
      (service.node.findChild('Service') as ecs.CfnService).addPropertyOverride('DeploymentConfiguration', {
        'Fn::If': [isHurried.logicalId, deploymentAt(300), deploymentAt(150)],
      });
    },
  },
  {
    sentence: 'subnets that depend on a condition',
    declare: stack => {
      const isSmall = new CfnCondition(stack, 'IsSmall', { expression: Fn.conditionEquals(new CfnParameter(stack, 'Small'), 'yes') });
      const service = soundService(stack);
      const subnets = service.cluster.vpc.privateSubnets.map(({ subnetId }) => stack.resolve(subnetId));
      (service.node.findChild('Service') as ecs.CfnService).addPropertyOverride('NetworkConfiguration.AwsvpcConfiguration.Subnets', {
        'Fn::If': [isSmall.logicalId, subnets, [...subnets].reverse()],
      });
    },
  },
  {
    sentence: 'a service that is created under a condition',
    declare: stack => {
      const isProduction = new CfnCondition(stack, 'IsProduction', { expression: Fn.conditionEquals(new CfnParameter(stack, 'Stage'), 'production') });
      const service = soundService(stack);
      (service.node.findChild('Service') as ecs.CfnService).cfnOptions.condition = isProduction;
    },
  },
  {
    sentence: 'numbers from a mapping',
    declare: stack => {
      const sizes = new CfnMapping(stack, 'Sizes', { mapping: { small: { cpu: 256, memory: 512 }, large: { cpu: 1024, memory: 2048 } } });
      const size = new CfnParameter(stack, 'Size').valueAsString;
      const pick = (what: string) => Token.asNumber(sizes.findInMap(size, what));
      soundService(stack, { task: { cpu: pick('cpu'), memoryLimitMiB: pick('memory') } });
    },
  },
  {
    sentence: 'values that are resolved lazily at synthesis',
    declare: stack => {
      const counts: number[] = [];
      soundService(stack, { service: { desiredCount: Lazy.number({ produce: () => Math.max(...counts) }) } });
      counts.push(2, 3);
    },
  },
  {
    sentence: 'environment variables from attributes of other resources',
    declare: stack => {
      const { loadBalancer, service } = webService(stack);
      service.taskDefinition.defaultContainer?.addEnvironment('PUBLIC_URL', `https://${loadBalancer.loadBalancerDnsName}`);
      service.taskDefinition.defaultContainer?.addEnvironment('REGION', stack.region);
    },
  },
  {
    sentence: 'property values from a custom resource',
    declare: stack => {
      const settings = new CustomResource(stack, 'Settings', { serviceToken: 'arn:aws:lambda:eu-west-1:111122223333:function:settings' });
      const answer: unknown = stack.resolve(settings.getAtt('Answer'));
      const { service, targetGroup } = webService(stack);
      const change = (resource: IConstruct | undefined, path: string, value: unknown) => (resource as CfnResource).addPropertyOverride(path, value);
      change(service.cluster.node.defaultChild, 'ClusterSettings.0.Value', answer);
      change(targetGroup.node.defaultChild, 'TargetType', answer);
      change(service.taskDefinition.node.defaultChild, 'ContainerDefinitions.0.LinuxParameters.Capabilities', { Add: [answer] });
      change(service.node.findChild('Service'), 'CapacityProviderStrategy', [{ CapacityProvider: 'FARGATE', Base: 1 }, { CapacityProvider: answer, Weight: 1 }]);
      change(service.node.findChild('Service'), 'LoadBalancers.0.ContainerName', answer);
    },
  },
  {
    sentence: 'a CPU architecture from a parameter',
    declare: stack => {
      const tag = new CfnParameter(stack, 'Image').valueAsString;
      soundService(stack, { container: { image: ecs.ContainerImage.fromRegistry(`${tag}-amd64`) } });
    },
  },
  {
    sentence: 'safe properties set only by an escape hatch',
    declare: stack => {
      const service = soundService(stack, { service: { circuitBreaker: undefined } });
      (service.node.findChild('Service') as CfnResource)
        .addPropertyOverride('DeploymentConfiguration.DeploymentCircuitBreaker', { Enable: true, Rollback: true });
    },
  },
];
