import { Aws, CfnCondition, Fn, type Stack } from 'aws-cdk-lib';

/**
 * The condition of a stack that holds when it is deployed in China.
 *
 * A stack has one of them: a second one that says the same would be a warning of the CDK.
 */
export function inChina(stack: Stack): CfnCondition {
  const id = 'HardenedFargateInChina';
  const known = stack.node.tryFindChild(id);
  return known instanceof CfnCondition ? known : new CfnCondition(stack, id, { expression: Fn.conditionEquals(Aws.PARTITION, 'aws-cn') });
}
