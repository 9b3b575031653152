import type { Reading } from './reading';
import { shortName } from '../aws/arn';
import type { ClusterAnswer } from '../facts/account/resources/cluster';
import { runOf, type ServiceAnswer } from '../facts/account/resources/service';
import type { TaskDefinitionAnswer } from '../facts/account/resources/task-definition';
import { type Fact, isKnown, type Known, UNKNOWN } from '../facts/model/fact';

/** DescribeServices takes no more at once. */
const SERVICES_AT_ONCE = 10;

/** DescribeClusters takes no more at once. */
const CLUSTERS_AT_ONCE = 100;

/** The clusters of an account and Region. */
export const listClusters = (reading: Reading): Promise<Known<readonly string[]>> => reading.all('ecs:ListClusters', {}, 'clusterArns');

/** Clusters with their settings. */
export const readClusters = (reading: Reading, names: readonly string[]): Promise<readonly ClusterAnswer[]> => reading.each(
  'ecs:DescribeClusters', names, CLUSTERS_AT_ONCE, clusters => ({ clusters, include: ['SETTINGS', 'CONFIGURATIONS'] }), 'clusters',
);

/** The services of a cluster: those that are named, or all of them; unknown when they cannot even be listed. */
export async function readServices(
  reading: Reading, cluster: string, names: readonly string[] = [],
): Promise<Known<readonly ServiceAnswer[]>> {
  const wanted = names.length > 0 ? names : await reading.all<string>('ecs:ListServices', { cluster, maxResults: 100 }, 'serviceArns');
  if (!isKnown(wanted)) return UNKNOWN;
  const found = await reading.each<ServiceAnswer & { readonly status?: string }>(
    'ecs:DescribeServices', wanted, SERVICES_AT_ONCE, services => ({ cluster, services }), 'services',
  );
  return found.filter(({ status }) => status !== 'INACTIVE');
}

/** What the services run, by the names by which a diagnosis asks for them too. */
export async function readTaskDefinitions(reading: Reading, services: readonly ServiceAnswer[]): Promise<readonly TaskDefinitionAnswer[]> {
  const names = new Set(services.flatMap(service => runOf(service).taskDefinition ?? []).map(shortName));
  const answers: readonly Fact<TaskDefinitionAnswer>[] = await Promise.all([...names].map(taskDefinition =>
    reading.part<TaskDefinitionAnswer>('ecs:DescribeTaskDefinition', { taskDefinition }, 'taskDefinition')));
  return answers.flatMap(answer => isKnown(answer) ? answer ?? [] : []);
}
