import { egressAdmitsStartUp } from './rules/egress-admits-start-up';
import { endpointAdmitsTasks } from './rules/endpoint-admits-tasks';
import { networkConfigurationStated } from './rules/network-configuration-stated';
import { networkReachesEcr } from './rules/network-reaches-ecr';
import { networkReachesEfs } from './rules/network-reaches-efs';
import { networkReachesEnvFiles } from './rules/network-reaches-env-files';
import { networkReachesLogs } from './rules/network-reaches-logs';
import { networkReachesRegistry } from './rules/network-reaches-registry';
import { networkReachesSecrets } from './rules/network-reaches-secrets';
import { noPublicIp } from './rules/no-public-ip';
import { publicSubnetNeedsPublicIp } from './rules/public-subnet-needs-public-ip';
import { vpcDnsEnabled } from './rules/vpc-dns-enabled';

/** The rules about the network of a task, whatever starts it. */
export const WHERE_TASKS_START: readonly string[] = [
  endpointAdmitsTasks, egressAdmitsStartUp, networkReachesEcr, networkReachesEfs, networkReachesEnvFiles, networkReachesLogs,
  networkReachesRegistry, networkReachesSecrets, noPublicIp, publicSubnetNeedsPublicIp, vpcDnsEnabled,
].map(({ id }) => id);

/** The rule about whether a task has a network at all: the CDK reports that of a service (E3052), and Express Mode has a default. */
const { id: HAS_NETWORK } = networkConfigurationStated;

/** The rules about what starts a task by itself, such as a schedule. */
export const OF_STARTERS: readonly string[] = [HAS_NETWORK, ...WHERE_TASKS_START];

/** Whether a rule is one of those about a service. */
export const isOfServices = ({ id }: { readonly id: string }): boolean => id !== HAS_NETWORK;
