import { DOCTOR_READS } from '../account/doctor-reads';
import { grantedOn, listOf, readPolicyAsJson } from '../account/read-policy';

/** What of an account the command is asked about. */
interface Asked {
  readonly cluster?: string;
  readonly service?: readonly string[];
  readonly task?: string;
  readonly region?: string;
  readonly whyNotStarting?: true;
}

/** The least that the command needs to answer, as an IAM policy in JSON: what is named need not be listed, and nothing else is read. */
export function doctorPolicy({ cluster, service: services, task, region, whyNotStarting }: Asked): string {
  const isUsed: Readonly<Record<string, boolean>> = {
    'ecs:ListClusters': cluster === undefined,
    'ecs:ListServices': services === undefined && !whyNotStarting,
    'ecs:DescribeTasks': whyNotStarting === true,
  };
  const actions = [...DOCTOR_READS, 'ecs:DescribeTasks' as const].filter(action => isUsed[action] ?? true);
  return readPolicyAsJson(actions, grantedOn({ clusters: listOf(cluster), services, region, tasks: listOf(task) }));
}
