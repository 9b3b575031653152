import { listClusters, readClusters, readServices, readTaskDefinitions } from './ecs';
import { readLoadBalancers, readTargetGroups } from './load-balancing';
import { readSecurityGroups, readVpcs } from './networks';
import type { Reading } from './reading';
import { readRoles } from './roles';
import { readAlarms, readScalableTargets } from './scaling';
import { readFileSystems, readKeys, readLogGroups, readRepositories, readSecrets, roleArnsIn } from './start-up';
import type { AccountAnswers } from '../facts/account/account-answers';
import type { AccountPlace } from '../facts/account/account-place';
import type { ClusterAnswer } from '../facts/account/cluster';
import type { FileSystemAnswers } from '../facts/account/file-system';
import type { LoadBalancerAnswers } from '../facts/account/load-balancer';
import { runOf, type ServiceAnswer, targetGroupArnsOf } from '../facts/account/service';
import type { VpcAnswers } from '../facts/account/vpc';
import { isKnown } from '../facts/model/fact';

/** Which services are read. */
export interface Selection {
  /** A cluster; all of the Region where it is left out. */
  readonly cluster?: string;
  /** Services of the cluster; all of it where they are left out. */
  readonly services?: readonly string[];
}

/** Services with everything that they use; absent where not even a cluster could be read. */
export async function readAccount(reading: Reading, { cluster, services: names }: Selection): Promise<AccountAnswers | undefined> {
  const wanted = cluster === undefined ? await listClusters(reading) : [cluster];
  const clusters = await readClusters(reading, isKnown(wanted) ? wanted : []);
  const place = placeOf(clusters[0]);
  if (place === undefined) return undefined;
  const lists = await Promise.all(clusters.map(({ clusterArn = '' }) => readServices(reading, clusterArn, names)));
  const services = lists.flatMap(list => isKnown(list) ? list : []);
  const taskDefinitions = await readTaskDefinitions(reading, services);
  const [targetGroups, roles, logGroups, fileSystems, repositories, secrets, alarms, scalableTargets] = await Promise.all([
    readTargetGroups(reading, services.flatMap(targetGroupArnsOf)),
    readRoles(reading, roleArnsIn(taskDefinitions)),
    readLogGroups(reading, taskDefinitions, clusters),
    readFileSystems(reading, taskDefinitions),
    readRepositories(reading, taskDefinitions, place),
    readSecrets(reading, taskDefinitions),
    readAlarms(reading),
    readScalableTargets(reading, services),
  ]);
  const [loadBalancers, keys] = await Promise.all([readLoadBalancers(reading, targetGroups), readKeys(reading, secrets, clusters)]);
  const vpcs = await readVpcs(reading, subnetIdsIn(services, loadBalancers));
  const securityGroups = await readSecurityGroups(reading, groupIdsIn(services, loadBalancers, fileSystems, vpcs));
  return {
    place,
    clusters,
    services,
    taskDefinitions,
    vpcs,
    securityGroups,
    targetGroups,
    loadBalancers,
    roles,
    logGroups,
    fileSystems,
    repositories,
    secrets,
    keys,
    alarms,
    scalableTargets,
  };
}

/** Every ARN says where it is from. */
function placeOf(cluster: ClusterAnswer | undefined): AccountPlace | undefined {
  const [, partition, , region, account] = (cluster?.clusterArn ?? '').split(':');
  return account === undefined ? undefined : { partition, region, account };
}

interface Placement {
  readonly awsvpcConfiguration?: { readonly subnets?: readonly string[]; readonly securityGroups?: readonly string[] };
}

const placementOf = (service: ServiceAnswer): NonNullable<Placement['awsvpcConfiguration']> =>
  (runOf(service).networkConfiguration as Placement | undefined)?.awsvpcConfiguration ?? {};

const subnetIdsIn = (services: readonly ServiceAnswer[], loadBalancers: readonly LoadBalancerAnswers[]): readonly string[] => [
  ...services.flatMap(service => placementOf(service).subnets ?? []),
  ...loadBalancers.flatMap(({ loadBalancer: { AvailabilityZones = [] } }) => AvailabilityZones.flatMap(({ SubnetId }) => SubnetId ?? [])),
];

const groupIdsIn = (
  services: readonly ServiceAnswer[], loadBalancers: readonly LoadBalancerAnswers[], fileSystems: readonly FileSystemAnswers[],
  vpcs: readonly VpcAnswers[],
): readonly string[] => [
  ...services.flatMap(service => placementOf(service).securityGroups ?? []),
  ...loadBalancers.flatMap(({ loadBalancer: { SecurityGroups = [] } }) => SecurityGroups),
  ...fileSystems.flatMap(({ mountTargets }) => isKnown(mountTargets)
    ? mountTargets.flatMap(({ securityGroups }) => isKnown(securityGroups) ? securityGroups : []) : []),
  ...vpcs.flatMap(({ endpoints }) => isKnown(endpoints) ? endpoints : [])
    .flatMap(({ Groups = [] }) => Groups.flatMap(({ GroupId }) => GroupId ?? [])),
];
