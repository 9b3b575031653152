import {
  CfnResource, DefaultTokenResolver, type IPostProcessor, type IResolvable, type IResolveContext, Reference, Stack, StringConcat,
  Tokenization,
} from 'aws-cdk-lib';
import { CfnSecurityGroupIngress, type Connections } from 'aws-cdk-lib/aws-ec2';
import type { IConstruct } from 'constructs';

/**
 * Says how to let a service connect to what another stack declares, where the CDK would only say that the stacks depend on each other.
 *
 * `database.connections.allowDefaultPortFrom(service)` writes the rule into the stack of the database, which then refers to
 * the service; but the service refers to the database already, by its address or its secret.
 */
export function refuseCycle(service: IConstruct, { securityGroups }: Connections): void {
  const own = Stack.of(service);
  const groups = new Set<IConstruct>(securityGroups.flatMap(group => [group, ...group.node.children]));
  const admitting = service.node.root.node.findAll().filter(isIngress)
    .filter(rule => rule.stack !== own && targetsIn(rule.sourceSecurityGroupId, rule).some(target => groups.has(target)));
  if (admitting.length === 0) return;
  const used = own.node.findAll().filter(construct => CfnResource.isCfnResource(construct) && construct.stack === own).flatMap(targetsOf);
  for (const { stack: other, node: { scope } } of admitting) {
    const use = used.find(target => Stack.of(target) === other);
    if (use === undefined) continue;
    throw new Error(
      `the security group rule of '${scope?.node.path}' for '${service.node.path}' makes the stack '${other.node.path}' depend on `
        + `'${own.node.path}', but '${own.node.path}' uses '${use.node.path}', and two stacks cannot depend on each other; create the rule `
        + 'in the stack of the service: service.connections.allowToDefaultPort(database) instead of '
        + 'database.connections.allowDefaultPortFrom(service)',
    );
  }
}

const isIngress = (construct: IConstruct): construct is CfnSecurityGroupIngress =>
  CfnResource.isCfnResource(construct) && construct.cfnResourceType === CfnSecurityGroupIngress.CFN_RESOURCE_TYPE_NAME;

/** What a resource refers to, as it is written into the template. */
const targetsOf = (resource: IConstruct): readonly IConstruct[] =>
  CfnResource.isCfnResource(resource) && '_toCloudFormation' in resource && typeof resource._toCloudFormation === 'function'
    ? targetsIn(resource._toCloudFormation(), resource) : [];

function targetsIn(value: unknown, scope: IConstruct): readonly IConstruct[] {
  const resolver = new ReferenceCollector();
  Tokenization.resolve(value, { scope, resolver, preparing: true });
  return resolver.targets;
}

/** Resolves as the CDK does, and remembers what was referred to on the way. */
class ReferenceCollector extends DefaultTokenResolver {
  public readonly targets: IConstruct[] = [];

  constructor() {
    super(new StringConcat());
  }

  public override resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    if (Reference.isReference(token)) this.targets.push(token.target);
    return super.resolveToken(token, context, postProcessor);
  }
}
