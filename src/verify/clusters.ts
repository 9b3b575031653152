import { type NewService, newServices } from './new-services';
import type { Check, Problem, Skipped, Verified } from './problem';
import { ofServicesInCluster, readQuota } from './quota';
import { after, isLeftToDeployment, written } from './written';
import type { Reading } from '../account/reading';
import { isKnown } from '../facts/model/fact';
import { groupBy } from '../group-by';

/** Clusters that the app does not create: they are there, and have a place for each new service. */
export const clusters: Check = async (verified, reading) => {
  const created = groupBy(await newServices(verified, reading), clusterOf);
  return (await Promise.all([...created].map(([cluster, services]) =>
    cluster === undefined ? skippedOf(services, verified) : problemsOf(cluster, services, reading)))).flat();
};

const skippedOf = (services: readonly NewService[], { templates }: Verified): readonly Skipped[] => services
  .filter(({ resource: { properties: { Cluster } } }) => isLeftToDeployment(Cluster, templates))
  .map(({ service: { at } }) => ({ at, seen: 'its cluster is known only at deployment' }));

const clusterOf = ({ resource: { properties: { Cluster } } }: NewService): string | undefined =>
  after(Cluster, ':cluster/') ?? written(Cluster);

interface ClusterCount {
  readonly status?: string;
  readonly activeServicesCount?: number;
}

async function problemsOf(cluster: string, services: readonly NewService[], reading: Reading): Promise<readonly Problem[]> {
  const found = await reading.part<readonly ClusterCount[]>('ecs:DescribeClusters', { clusters: [cluster] }, 'clusters');
  if (!isKnown(found)) return [];
  const active = found?.find(({ status }) => status !== 'INACTIVE');
  if (active === undefined) {
    const fix = 'Create the cluster, or correct its name.';
    return services.map(({ service: { at } }) => ({ at, seen: `the cluster ${cluster} does not exist`, fix }));
  }
  const quota = await readQuota(ofServicesInCluster, reading);
  const { activeServicesCount: count = 0 } = active;
  return quota === undefined || count + services.length <= quota.value ? [] : [{
    at: services[0].service.at,
    seen: `the cluster ${cluster} would have ${count + services.length} services, but the quota is ${quota.value} (${quota.name})`,
    fix: `${quota.increaseTo(count + services.length)}, or use another cluster.`,
  }];
}
