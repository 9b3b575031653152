import { CfnCondition, CfnParameter, type CfnResource, Fn, Stack } from 'aws-cdk-lib';
import { WORKER } from './twins';
import type { BadConfiguration } from '../configuration';
import { networkScopeOf } from '../parts/network-scope';
import { spoil, theOnly } from '../parts/spoil';

const SERVICE = 'AWS::ECS::Service';
const NO_VALUE = { Ref: 'AWS::NoValue' };

/** A condition that only whoever deploys the stack decides. */
const isProduction = (stack: Stack): CfnCondition =>
  new CfnCondition(stack, 'IsProduction', { expression: Fn.conditionEquals(new CfnParameter(stack, 'Stage'), 'production') });

/** Faults that are there or not, as a condition decides at deployment. */
export const CONDITIONS: readonly BadConfiguration[] = [
  {
    sentence: 'a deployment circuit breaker that a condition sets only in production',
    foundBy: ['circuit-breaker'],
    ...spoil(WORKER, stack => theOnly(stack, SERVICE).addPropertyOverride('DeploymentConfiguration.DeploymentCircuitBreaker', {
      'Fn::If': [isProduction(stack).logicalId, { Enable: true, Rollback: true }, NO_VALUE],
    })),
  },
  {
    sentence: 'a desired count of one outside production',
    foundBy: ['spare-task'],
    ...spoil(WORKER, stack => theOnly(stack, SERVICE).addPropertyOverride('DesiredCount', { 'Fn::If': [isProduction(stack).logicalId, 2, 1] })),
  },
  {
    sentence: 'routes to the NAT gateway that a condition creates only in production',
    foundBy: ['network-reaches-ecr'],
    ...spoil(WORKER, stack => {
      const condition = isProduction(Stack.of(networkScopeOf(stack)));
      for (const subnet of networkScopeOf(stack).node.findChild('Vpc').node.children.filter(({ node }) => node.id.startsWith('Private'))) {
        (subnet.node.findChild('DefaultRoute') as CfnResource).cfnOptions.condition = condition;
      }
    }),
  },
  {
    sentence: 'a privileged container under a condition that is always true',
    foundBy: ['fargate-supports-parameters'],
    ...spoil(WORKER, stack => {
      const always = new CfnCondition(stack, 'Always', { expression: Fn.conditionEquals('on', 'on') });
      theOnly(stack, 'AWS::ECS::TaskDefinition').addPropertyOverride('ContainerDefinitions.0.Privileged', { 'Fn::If': [always.logicalId, true, false] });
    }),
  },
];
