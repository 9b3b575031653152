import { listClusters, readClusters, readServices, readTaskDefinitions } from './ecs';
import { readAround } from './read-around';
import type { Reading } from './reading';
import type { AccountAnswers } from '../facts/account/account-answers';
import type { AccountPlace } from '../facts/account/account-place';
import type { ClusterAnswer } from '../facts/account/resources/cluster';
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
  return readAround(reading, { place, clusters, services, taskDefinitions });
}

/** Every ARN says where it is from. */
function placeOf(cluster: ClusterAnswer | undefined): AccountPlace | undefined {
  const [, partition, , region, account] = (cluster?.clusterArn ?? '').split(':');
  return account === undefined ? undefined : { partition, region, account };
}
