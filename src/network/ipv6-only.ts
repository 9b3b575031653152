import { CfnResource } from 'aws-cdk-lib';
import { CfnSubnet, type ISubnet } from 'aws-cdk-lib/aws-ec2';

/** The first of these subnets that the app declares without IPv4 addresses; an imported subnet does not say what it has. */
export const ipv6OnlyAmong = (subnets: readonly ISubnet[]): ISubnet | undefined => subnets.find(({ node: { defaultChild } }) =>
  isSubnet(defaultChild) && defaultChild.ipv6Native === true);

const isSubnet = (construct: unknown): construct is CfnSubnet =>
  CfnResource.isCfnResource(construct) && construct.cfnResourceType === CfnSubnet.CFN_RESOURCE_TYPE_NAME;
