import { DOCTOR_READS } from '../account/doctor-reads';
import { readPolicyAsJson } from '../account/read-policy';
import { shortName } from '../aws/arn';

/** What of an account the command is asked about. */
interface Asked {
  readonly cluster?: string;
  readonly service?: readonly string[];
  readonly region?: string;
  readonly whyNotStarting?: true;
}

/** The least that the command needs to answer, as an IAM policy in JSON: what is named need not be listed. */
export function doctorPolicy({ cluster, service, region, whyNotStarting }: Asked): string {
  const isUsed: Readonly<Record<string, boolean>> = {
    'ecs:ListClusters': cluster === undefined,
    'ecs:ListServices': service === undefined && !whyNotStarting,
    'ecs:DescribeTasks': whyNotStarting === true,
  };
  const actions = [...DOCTOR_READS, 'ecs:DescribeTasks' as const].filter(action => isUsed[action] ?? true);
  return readPolicyAsJson(actions, { region, ...cluster !== undefined && { clusters: [shortName(cluster)] } });
}
