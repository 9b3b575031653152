import { ACCOUNT_PARTS, type AccountPart } from './account-parts';
import { withHostedZones } from './hosted-zones';
import { readLoadBalancers, readTargetGroups } from './load-balancing';
import { readSecurityGroups, readVpcs } from './networks';
import type { Reading } from './reading';
import { readRoles } from './roles';
import { readAlarms, readScalableTargets } from './scaling';
import { readFileSystems, readKeys, readLogGroups, readRepositories, readSecrets, roleArnsIn } from './start-up';
import type { AccountAnswers } from '../facts/account/account-answers';
import type { FileSystemAnswers } from '../facts/account/resources/file-system';
import type { LoadBalancerAnswers } from '../facts/account/resources/load-balancer';
import { runOf, type ServiceAnswer, targetGroupArnsOf } from '../facts/account/resources/service';
import type { VpcAnswers } from '../facts/account/resources/vpc';
import { isKnown, UNKNOWN } from '../facts/model/fact';

/** What is read already, and names the rest. */
export type Seed = Pick<AccountAnswers, 'place' | 'clusters' | 'services' | 'taskDefinitions'>;

/** Reads what services use; of the parts that are left out nothing is known. */
export async function readAround(reading: Reading, seed: Seed, parts: readonly AccountPart[] = ACCOUNT_PARTS): Promise<AccountAnswers> {
  const { place, clusters, services, taskDefinitions } = seed;
  const read = <T>(part: AccountPart, of: () => Promise<readonly T[]>): Promise<readonly T[]> =>
    parts.includes(part) ? of() : Promise.resolve([]);
  const [targetGroups, roles, logGroups, fileSystems, repositories, secrets, alarms, scalableTargets] = await Promise.all([
    read('load balancing', () => readTargetGroups(reading, services.flatMap(targetGroupArnsOf))),
    read('permissions', () => readRoles(reading, roleArnsIn(taskDefinitions))),
    read('logs', () => readLogGroups(reading, taskDefinitions, clusters)),
    read('file systems', () => readFileSystems(reading, taskDefinitions)),
    read('permissions', () => readRepositories(reading, taskDefinitions, place)),
    read('permissions', () => readSecrets(reading, taskDefinitions)),
    parts.includes('scaling') ? readAlarms(reading) : Promise.resolve<typeof UNKNOWN>(UNKNOWN),
    parts.includes('scaling') ? readScalableTargets(reading, services) : Promise.resolve<typeof UNKNOWN>(UNKNOWN),
  ]);
  const [loadBalancers, keys] = await Promise.all([
    read('load balancing', () => readLoadBalancers(reading, targetGroups)),
    read('permissions', () => readKeys(reading, secrets, clusters)),
  ]);
  const networks = await read('network', () => readVpcs(reading, subnetIdsIn(services, loadBalancers)));
  const vpcs = parts.includes('hosted zones') ? await withHostedZones(reading, networks, place) : networks;
  const groupIds = groupIdsIn(services, loadBalancers, fileSystems, vpcs);
  return {
    ...seed,
    vpcs,
    securityGroups: await read('network', () => readSecurityGroups(reading, groupIds)),
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

interface Placement {
  readonly awsvpcConfiguration?: { readonly subnets?: readonly string[]; readonly securityGroups?: readonly string[] | typeof UNKNOWN };
}

const placementOf = (service: ServiceAnswer): NonNullable<Placement['awsvpcConfiguration']> =>
  (runOf(service).networkConfiguration as Placement | undefined)?.awsvpcConfiguration ?? {};

const subnetIdsIn = (services: readonly ServiceAnswer[], loadBalancers: readonly LoadBalancerAnswers[]): readonly string[] => [
  ...services.flatMap(service => placementOf(service).subnets ?? []),
  ...loadBalancers.flatMap(({ loadBalancer: { AvailabilityZones = [] } }) => AvailabilityZones.flatMap(({ SubnetId }) => SubnetId ?? [])),
];

function groupIdsIn(
  services: readonly ServiceAnswer[], loadBalancers: readonly LoadBalancerAnswers[], fileSystems: readonly FileSystemAnswers[],
  vpcs: readonly VpcAnswers[],
): readonly string[] {
  return [
    ...services.flatMap(service => known(placementOf(service).securityGroups ?? [])),
    ...loadBalancers.flatMap(({ loadBalancer: { SecurityGroups = [] } }) => SecurityGroups),
    ...fileSystems.flatMap(({ mountTargets }) => known(mountTargets).flatMap(({ securityGroups }) => known(securityGroups))),
    ...vpcs.flatMap(({ endpoints }) => known(endpoints)).flatMap(({ Groups = [] }) => Groups.flatMap(({ GroupId }) => GroupId ?? [])),
  ];
}

const known = <T>(list: readonly T[] | typeof UNKNOWN): readonly T[] => isKnown(list) ? list : [];
