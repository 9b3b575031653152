import { argument, aws, shorthand, taskId } from './commands';
import { addressOf, networkInterfaceOf, subnetOf, targetGroupOf } from './named-resources';
import { fields } from './query';
import type { Evidence } from '../../evidence/model/evidence';
import { healthCheckOf } from '../clues/health-check';

/** Shows which AWS services the VPC reaches through endpoints of its own, and whether their names resolve to them. */
export const listEndpoints = (evidence: Evidence): string =>
  aws(evidence, 'ec2 describe-vpc-endpoints', '--filters Name=vpc-id,Values=<vpc-id>',
    "--query 'VpcEndpoints[].{ServiceName:ServiceName,State:State,PrivateDnsEnabled:PrivateDnsEnabled,Groups:Groups[].GroupId}'");

/** Shows the route tables of the VPC with their subnets; the main one applies to a subnet that none names. */
export const describeRoutes = (evidence: Evidence): string =>
  aws(evidence, 'ec2 describe-route-tables', '--filters Name=vpc-id,Values=<vpc-id>',
    "--query 'RouteTables[].{SubnetIds:Associations[].SubnetId,Main:Associations[].Main,Routes:Routes}'");

/** Shows the subnet with its free addresses. */
export const describeSubnet = (evidence: Evidence): string =>
  aws(evidence, 'ec2 describe-subnets',
    '--subnet-ids', argument(subnetOf(evidence), 'subnet-id'),
    `--query 'Subnets[].${fields('SubnetId', 'AvailabilityZone', 'CidrBlock', 'AvailableIpAddressCount')}'`);

/** Shows the task's network interface with its security groups. */
export const describeInterface = (evidence: Evidence): string =>
  aws(evidence, 'ec2 describe-network-interfaces',
    '--network-interface-ids', argument(networkInterfaceOf(evidence), 'network-interface-id'),
    "--query 'NetworkInterfaces[].{SubnetId:SubnetId,Groups:Groups,PublicIp:Association.PublicIp}'");

/** Lets AWS itself look for what keeps the task from its registry, its secrets and its logs. */
export function troubleshoot(evidence: Evidence): string {
  const { cluster } = evidence;
  return aws(evidence, 'ssm start-automation-execution',
    '--document-name AWSSupport-TroubleshootECSTaskFailedToStart',
    '--parameters', `ClusterName=${shorthand(cluster, 'cluster')},TaskId=${shorthand(taskId(evidence), 'task-id')}`);
}

/** Shows the target group's health check and the state of each target with its reason. */
export const describeTargets = (evidence: Evidence): readonly string[] => [
  aws(evidence, 'elbv2 describe-target-groups', '--target-group-arns', argument(targetGroupOf(evidence), 'target-group-arn')),
  aws(evidence, 'elbv2 describe-target-health', '--target-group-arn', argument(targetGroupOf(evidence), 'target-group-arn')),
];

/** Asks the application what the load balancer asks it, from a machine in the VPC. */
export function askLikeTheLoadBalancer(evidence: Evidence): string {
  const { protocol, port, path } = healthCheckOf(evidence);
  const address = `${argument(addressOf(evidence), 'task-ip')}:${port ?? '<port>'}`;
  if (protocol === 'TCP') return `nc -vz -w 5 ${address.replace(':', ' ')}`;
  // Like the load balancer, it does not look who issued the certificate.
  return `curl -v -m 5 ${protocol === 'HTTPS' ? '-k https' : 'http'}://${address}${argument(path, 'health-check-path')}`;
}
