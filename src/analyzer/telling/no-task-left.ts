import { type AccountAt, isAccount } from '../../evidence/collect/account';
import { objects } from '../../evidence/model/json-fields';
import type { Incident } from '../../incidents/incident';

/** Whether a service has no running task though it should have some; false when nobody can tell. */
export async function hasNoTaskLeft({ cluster, service, ...place }: Incident, accountAt: AccountAt): Promise<boolean> {
  if (cluster === null || service === null) return false;
  const account = await accountAt(place);
  if (!isAccount(account)) return false;
  const outcome = await account.read('ecs:DescribeServices', { cluster, services: [service] });
  const [found] = outcome.kind === 'answer' ? objects(outcome.answer.services) : [];
  return found?.status === 'ACTIVE' && found.runningCount === 0 && Number(found.desiredCount) > 0;
}
