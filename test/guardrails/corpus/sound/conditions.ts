import { Aws, CfnCondition, CfnParameter, type CfnResource, Fn, type ICfnConditionExpression, type Stack, Token } from 'aws-cdk-lib';
import type { SoundConfiguration } from '../configuration';
import { addEndpoint, addS3Gateway, isolatedVpc, natVpc, START_UP_SERVICES } from '../parts/network';
import { soundService } from '../parts/service';
import { theOnly } from '../parts/spoil';

const SERVICE = 'AWS::ECS::Service';

const stageIs = (stack: Stack, stage: string): ICfnConditionExpression => Fn.conditionEquals(Fn.ref(stageParameter(stack).logicalId), stage);

const stageParameter = (stack: Stack): CfnParameter =>
  stack.node.tryFindChild('Stage') as CfnParameter | undefined ?? new CfnParameter(stack, 'Stage', { allowedValues: ['development', 'production'] });

/** Choices that only deployment makes, each of which is sound. */
export const CONDITIONS: readonly SoundConfiguration[] = [
  {
    sentence: 'two conditions that are never both true',
    declare: stack => {
      const isProduction = new CfnCondition(stack, 'IsProduction', { expression: stageIs(stack, 'production') });
      const isDevelopment = new CfnCondition(stack, 'IsDevelopment', { expression: stageIs(stack, 'development') });
      const inDevelopment = Token.asNumber(Fn.conditionIf(isDevelopment.logicalId, 2, 0));
      soundService(stack, { service: { desiredCount: Token.asNumber(Fn.conditionIf(isProduction.logicalId, 6, inDevelopment)) } });
    },
  },
  {
    sentence: 'VPC endpoints that are created together with the service that needs them',
    declare: stack => {
      const condition = new CfnCondition(stack, 'IsProduction', { expression: stageIs(stack, 'production') });
      const vpc = isolatedVpc(stack);
      const endpoints = [...START_UP_SERVICES.map(service => addEndpoint(vpc, service)), addS3Gateway(vpc)];
      soundService(stack, { vpc });
      const alarm = stack.node.findChild('BusyAlarm').node.defaultChild;
      const conditional = [theOnly(stack, SERVICE), alarm, ...endpoints.map(({ node }) => node.defaultChild)];
      for (const resource of conditional) (resource as CfnResource).cfnOptions.condition = condition;
    },
  },
  {
    sentence: 'a task size that depends on the Region',
    declare: stack => {
      const isLarge = new CfnCondition(stack, 'IsLarge', { expression: Fn.conditionOr(Fn.conditionEquals(Aws.REGION, 'us-east-1'), Fn.conditionEquals(Aws.REGION, 'eu-west-1')) });
      const size = (large: number, small: number) => Token.asNumber(Fn.conditionIf(isLarge.logicalId, large, small));
      soundService(stack, { vpc: natVpc(stack), task: { cpu: size(1024, 256), memoryLimitMiB: size(2048, 512) } });
    },
  },
  {
    sentence: 'an unsafe property under a condition that is never true',
    declare: stack => {
      const never = new CfnCondition(stack, 'Never', { expression: Fn.conditionEquals('on', 'off') });
      soundService(stack);
      theOnly(stack, SERVICE).addPropertyOverride('DeploymentConfiguration.DeploymentCircuitBreaker.Enable', { 'Fn::If': [never.logicalId, false, true] });
    },
  },
];
