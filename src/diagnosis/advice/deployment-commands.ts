import { argument, aws } from './commands';
import type { Evidence } from '../../evidence/model/evidence';

/** Lists the newest deployments of the service, with their ARNs. */
export const listServiceDeployments = (evidence: Evidence): string =>
  aws(evidence, 'ecs list-service-deployments', '--cluster', argument(evidence.cluster, 'cluster'),
    '--service', argument(evidence.service, 'service'), '--max-results 5');

/** The ARN of the deployment that was reported, as an argument. */
export function deploymentArnOf({ change }: Evidence): string {
  const id = change?.deploymentId;
  return argument(id?.startsWith('arn:') ? id : undefined, 'service-deployment-arn');
}
