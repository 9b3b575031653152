import { Annotations } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';

/** Nobody may connect until it is said who. Where tasks can go is decided by their subnets: from isolated ones, to the endpoints. */
export function taskSecurityGroup(scope: Construct, vpc: ec2.IVpc): ec2.SecurityGroup {
  const securityGroup = new ec2.SecurityGroup(scope, 'SecurityGroup', { vpc, description: `Tasks of ${scope.node.path}` });
  // Else `connections.allowToDefaultPort(database)` warns, although the rule that counts is that of the database.
  Annotations.of(securityGroup).acknowledgeWarning('@aws-cdk/aws-ec2:ipv4IgnoreEgressRule');
  return securityGroup;
}
