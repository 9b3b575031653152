import type { NotifierPorts } from './notifier-ports';
import { changeIncident } from '../../incidents/change-incident';
import type { Incident } from '../../incidents/incident';
import { atEndOf } from '../../incidents/rollout';

/** Ends a deployment: its incidents become part of another one, or can be told of now. */
export async function endDeployment(
  deployment: string, partOf: string | undefined, { store, now }: NotifierPorts,
): Promise<readonly Incident[]> {
  await store.endRollout(deployment, partOf, now());
  const inside: Incident[] = [];
  for (const id of await store.list('active')) {
    const { after } = await changeIncident(store, id, now(), incident => incident && atEndOf(deployment, incident, partOf));
    if (after?.rollout?.deployment === deployment && after.id !== partOf) inside.push(after);
  }
  return inside;
}
