import { CfnResource, CrossStackReferences, ReferenceStrength } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Lets the services of other stacks refer to what is below a construct without an export that holds it.
 *
 * CloudFormation deletes no export that is imported, and the CDK deploys the stack that exports first: the last service
 * that leaves a shared cluster would stop the deployment of the stack that it leaves. AWS itself refuses to delete a
 * cluster with services, and a subnet with tasks, so nothing is lost without the export.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/resources.html#resource-stack
 */
export const referWeakly = (...constructs: readonly IConstruct[]): void => constructs
  .flatMap(construct => construct.node.findAll())
  .filter(construct => CfnResource.isCfnResource(construct))
  .forEach(resource => CrossStackReferences.of(resource).produce(ReferenceStrength.WEAK));
