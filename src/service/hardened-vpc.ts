import { RemovalPolicy } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { referWeakly } from './weak-references';

/**
 * A network without a way out: tasks in isolated subnets, and public ones only where a public load balancer stands.
 *
 * The isolated subnets come first, so that their addresses stay the same when a public load balancer is added later.
 */
export function hardenedVpc(scope: Construct, id: string, facesInternet: boolean): ec2.Vpc {
  const vpc = new ec2.Vpc(scope, id, {
    maxAzs: 2,
    natGateways: 0,
    restrictDefaultSecurityGroup: true,
    subnetConfiguration: [
      { name: 'Task', subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: 20 },
      ...facesInternet ? [{ name: 'Public', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 24, mapPublicIpOnLaunch: false }] : [],
    ],
  });
  recordRejectedTraffic(vpc);
  referWeakly(vpc);
  return vpc;
}

/** What a security group turned away is what a diagnosis needs; accepted traffic would be most of the volume and say little. */
function recordRejectedTraffic(vpc: ec2.Vpc): void {
  const logGroup = new logs.LogGroup(vpc, 'RejectedTraffic', {
    retention: logs.RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  vpc.addFlowLog('FlowLog', {
    destination: ec2.FlowLogDestination.toCloudWatchLogs(logGroup),
    trafficType: ec2.FlowLogTrafficType.REJECT,
  });
}
