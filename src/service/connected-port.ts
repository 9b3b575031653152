import { Reference, Stack, Tokenization } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { IConstruct } from 'constructs';
import type { AttachedService } from './placement/attached-service';

/** What is wrong with a port at synthesis, when it is known whether anything connects to it. */
export function unusedPort(service: AttachedService, containerPort: number | undefined): readonly string[] {
  if (containerPort === undefined || service.targetGroups.length > 0 || isFound(service) || isAdmitted(service)) return [];
  return [
    `'containerPort' is ${containerPort}, but without 'loadBalancing' nothing connects to it; remove it from a worker, or set `
      + "'loadBalancing', attach a target group to 'service', or allow a caller with connections.allowFrom()",
  ];
}

/** Whether callers find the tasks by Cloud Map, Service Connect or VPC Lattice. */
function isFound({ cfnService }: AttachedService): boolean {
  const { serviceRegistries, serviceConnectConfiguration, vpcLatticeConfigurations } = cfnService;
  return [serviceRegistries, serviceConnectConfiguration, vpcLatticeConfigurations]
    .some(value => Object.keys(Stack.of(cfnService).resolve(value) ?? {}).length > 0);
}

/** Whether a security group of the tasks has an inbound rule, wherever that lies. */
function isAdmitted({ connections: { securityGroups }, node }: AttachedService): boolean {
  const groups = new Set<IConstruct>(securityGroups.flatMap(group => group.node.findAll()));
  return [...groups].some(hasInlineRule) || node.root.node.findAll().some(construct =>
    construct instanceof ec2.CfnSecurityGroupIngress && refersToOneOf(groups, construct.groupId));
}

const hasInlineRule = (construct: IConstruct): boolean =>
  construct instanceof ec2.CfnSecurityGroup && [Stack.of(construct).resolve(construct.securityGroupIngress) ?? []].flat().length > 0;

const refersToOneOf = (groups: ReadonlySet<IConstruct>, id: string | undefined): boolean =>
  id !== undefined && Tokenization.reverseString(id).tokens.some(token => Reference.isReference(token) && groups.has(token.target));
