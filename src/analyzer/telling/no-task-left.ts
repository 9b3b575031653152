import type { Account } from '../../evidence/collect/account';
import { objects } from '../../evidence/model/json-fields';
import type { Incident } from '../../incidents/incident';

/** The account and Region that the analyzer reads. */
export interface Home {
  readonly account: string;
  readonly region: string;
}

/** Whether a service has no running task though it should have some; false when nobody can tell. */
export async function hasNoTaskLeft({ cluster, service, taskDefinitionArn }: Incident, account: Account, home: Home): Promise<boolean> {
  if (cluster === null || service === null || !isAtHome(taskDefinitionArn, home)) return false;
  const outcome = await account.read('ecs:DescribeServices', { cluster, services: [service] });
  const [found] = outcome.kind === 'answer' ? objects(outcome.answer.services) : [];
  return found?.status === 'ACTIVE' && found.runningCount === 0 && Number(found.desiredCount) > 0;
}

/** A service of another account may have a namesake here. */
export function isAtHome(arn: string | null, { account, region }: Home): boolean {
  const [, , , ofRegion, ofAccount] = arn?.split(':') ?? [];
  return ofRegion === region && ofAccount === account;
}
