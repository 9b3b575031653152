import type { IVpc } from 'aws-cdk-lib/aws-ec2';

/** The addresses of a VPC; an import that does not say them is asked to, because the CDK's own complaint names no way out. */
export function vpcRange(vpc: IVpc, need: string, otherWay: string): string {
  try {
    return vpc.vpcCidrBlock;
  } catch (error) {
    throw new Error(
      `the 'vpcCidrBlock' of '${vpc.node.path}' is not known, but ${need}; import the VPC with its 'vpcCidrBlock', or ${otherWay}`,
      { cause: error },
    );
  }
}
