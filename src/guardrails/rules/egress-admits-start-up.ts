import type { ServiceRule } from '../model/rule';
import { unhindered, SURVEYED } from '../reachability/survey';

export const egressAdmitsStartUp: ServiceRule = {
  id: 'egress-admits-start-up',
  class: 'cannot start',
  judges: 'service',
  property: 'NetworkConfiguration.AwsvpcConfiguration.SecurityGroups',
  reads: SURVEYED,
  title: 'The task security groups should allow the outbound traffic that task startup needs.',
  why: 'Image pulls, secrets, and logs use the security groups of the task. If these block outbound port 443, no task starts.',
  fix: 'Keep allowAllOutbound of the security groups enabled, or call securityGroup.addEgressRule. '
    + 'Allow port 443 to the endpoints and the S3 prefix list, port 2049 to mount targets, and port 53 to your own name servers. '
    + 'For HardenedFargateService, call service.connections.allowTo.',
  see: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
  ],
  prevents: ['pull/network', 'init/network', 'init/log-network'],
  breaks: { network: { securityGroups: { egress: [] } } },
  holds: service => unhindered(service, { blame: 'egress' }),
};
