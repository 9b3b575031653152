import { egressAdmitsStartUp } from './rules/egress-admits-start-up';
import { endpointAdmitsTasks } from './rules/endpoint-admits-tasks';
import { networkReachesEcr } from './rules/network-reaches-ecr';
import { networkReachesEfs } from './rules/network-reaches-efs';
import { networkReachesEnvFiles } from './rules/network-reaches-env-files';
import { networkReachesLogs } from './rules/network-reaches-logs';
import { networkReachesRegistry } from './rules/network-reaches-registry';
import { networkReachesSecrets } from './rules/network-reaches-secrets';
import { noPublicIp } from './rules/no-public-ip';
import { publicSubnetNeedsPublicIp } from './rules/public-subnet-needs-public-ip';
import { vpcDnsEnabled } from './rules/vpc-dns-enabled';

/** The rules about the network of a task that something else than a service starts. */
export const WHERE_TASKS_START: readonly string[] = [
  endpointAdmitsTasks, egressAdmitsStartUp, networkReachesEcr, networkReachesEfs, networkReachesEnvFiles, networkReachesLogs,
  networkReachesRegistry, networkReachesSecrets, noPublicIp, publicSubnetNeedsPublicIp, vpcDnsEnabled,
].map(({ id }) => id);
