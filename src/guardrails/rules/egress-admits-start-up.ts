import type { ServiceRule } from '../model/rule';
import { unhindered } from '../reachability/survey';

export const egressAdmitsStartUp: ServiceRule = {
  id: 'egress-admits-start-up',
  level: 'error',
  judges: 'service',
  property: 'NetworkConfiguration.AwsvpcConfiguration.SecurityGroups',
  title: 'The security groups of the tasks let out what their start needs: HTTPS, NFS for EFS, and DNS for name servers of your own.',
  why: 'Images, logs and secrets pass through the security groups of the task; a rule that was meant for the application keeps '
    + 'its own start in, and no task ever starts.',
  fix: 'Leave allowAllOutbound of the security groups out, or call securityGroup.addEgressRule for port 443 to the endpoints and '
    + 'to the prefix list of S3, for port 2049 to the mount targets and for port 53 to the name servers; for '
    + 'HardenedFargateService call service.connections.allowTo.',
  see: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
  ],
  prevents: ['pull/network', 'init/network', 'init/log-network'],
  breaks: { network: { securityGroups: { egress: [] } } },
  holds: service => unhindered(service, { blame: 'egress' }),
};
