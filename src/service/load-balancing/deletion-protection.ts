import { CfnResource, Stack, Validations } from 'aws-cdk-lib';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as cr from 'aws-cdk-lib/custom-resources';
import { type Construct, Dependable, type IConstruct, type IDependable } from 'constructs';
import type { Removal } from '../placement/removal';

const ATTRIBUTE = 'deletion_protection.enabled';

/** The logical name of the function that the custom resources of the CDK share in a stack. */
const SHARED_FUNCTION = 'AWS679f53fac002430cb0da5b7982bd2287';

/** Protects a load balancer as its options and the removal policy say, and returns what that has to wait for others beside the services. */
export function protect(
  scope: Construct,
  loadBalancer: elbv2.BaseLoadBalancer,
  { deletionProtection }: { readonly deletionProtection?: boolean },
  removal: Removal,
): Construct | undefined {
  if (deletionProtection ?? !removal.everything) return protectLater(scope, loadBalancer);
  leaveUnprotected(loadBalancer, deletionProtection === false
    ? "'deletionProtection' is false, so that the load balancer can be deleted."
    : "'removalPolicy' is DESTROY, because the environment is temporary.");
  return undefined;
}

/**
 * Protects a load balancer from deletion once every service of its stack is up; of a nested stack, every service of the stack that
 * it is deployed with.
 *
 * In the template the protection would begin with the load balancer: a first deployment that fails could not be rolled
 * back, and ends in ROLLBACK_FAILED. So the template does not mention it, and a call that waits switches it on. No call
 * takes it off: whoever deletes the stack meets the protection, as with the attribute.
 *
 * The call lies beside the services and not below one of them: a nested stack that is done cannot wait for another one, and what
 * waits for one service would otherwise wait for all of them.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html#deletion-protection
 */
function protectLater(scope: Construct, loadBalancer: elbv2.BaseLoadBalancer): Construct {
  loadBalancer.removeAttribute(ATTRIBUTE);
  const stack = deployedStack(Stack.of(scope));
  const protection = new cr.AwsCustomResource(stack, `HardenedFargateDeletionProtection${scope.node.addr.slice(-8)}`, {
    resourceType: 'Custom::LoadBalancerDeletionProtection',
    installLatestAwsSdk: false,
    onUpdate: {
      // The name of the package: the function of the CDK does not know the one that the API has.
      service: 'elastic-load-balancing-v2',
      action: 'modifyLoadBalancerAttributes',
      parameters: { LoadBalancerArn: loadBalancer.loadBalancerArn, Attributes: [{ Key: ATTRIBUTE, Value: 'true' }] },
      physicalResourceId: cr.PhysicalResourceId.of(ATTRIBUTE),
      outputPaths: [],
    },
    policy: cr.AwsCustomResourcePolicy.fromStatements([new iam.PolicyStatement({
      actions: ['elasticloadbalancing:ModifyLoadBalancerAttributes'],
      resources: [loadBalancer.loadBalancerArn],
    })]),
  });
  protection.node.addDependency(everyServiceOf(stack));
  explain(stack.node.tryFindChild(SHARED_FUNCTION));
  return protection;
}

/** Nested stacks are deployed, and rolled back, with the stack that they are in. */
const deployedStack = (stack: Stack): Stack => stack.nestedStackParent === undefined ? stack : deployedStack(stack.nestedStackParent);

/** Looked for when the dependencies are, so that services that are declared later count. */
function everyServiceOf(stack: Stack): IDependable {
  const services: IDependable = {};
  Dependable.implement(services, {
    get dependencyRoots() {
      return stack.node.findAll().filter(isService);
    },
  });
  return services;
}

const isService = (construct: IConstruct): boolean =>
  CfnResource.isCfnResource(construct) && construct.cfnResourceType === 'AWS::ECS::Service';

/** Leaves a load balancer unprotected, and takes the protection off one that has it. */
function leaveUnprotected(loadBalancer: elbv2.BaseLoadBalancer, reason: string): void {
  loadBalancer.setAttribute(ATTRIBUTE, 'false');
  Validations.of(loadBalancer).acknowledge({ id: 'HardenedFargate::load-balancer-protected', reason });
}

function explain(sharedFunction: ReturnType<Construct['node']['tryFindChild']>): void {
  if (sharedFunction === undefined) return;
  const reason = 'The CDK creates this function for AwsCustomResource; it calls one action on one load balancer.';
  ALLOWED_TO_THE_CDK.forEach(id => Validations.of(sharedFunction).acknowledge({ id, reason }));
}

/** What cdk-nag says of a function whose settings are those of the CDK, and that CloudFormation calls. */
const ALLOWED_TO_THE_CDK = [
  'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
  'AwsSolutions-L1',
  'Serverless-LambdaDefaultMemorySize',
  'Serverless-LambdaDLQ',
  'Serverless-LambdaTracing',
];
