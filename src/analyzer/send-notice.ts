import { messageOf } from './explain-event';
import type { TellingPorts } from './telling-ports';
import { withIncident } from './with-incident';
import type { Diagnosis } from '../diagnosis/model/diagnosis';
import { changeIncident } from '../incidents/change-incident';
import type { Incident, Sink } from '../incidents/incident';
import { noteSent } from '../incidents/notice';

/** Sends the message of an incident, which this function holds, to each sink that does not have it; why others refused it. */
export async function sendNotice(incident: Incident, diagnosis: Diagnosis, ports: TellingPorts): Promise<readonly string[]> {
  const { id, notice } = incident;
  if (notice === undefined) return [];
  const message = withIncident(diagnosis, incident, notice.kind);
  const outcomes = await Promise.all(notice.due.map(async sink => ({ sink, refusal: await refusalOf(sink, message, ports) })));
  const sent = outcomes.filter(({ refusal }) => refusal === undefined).map(({ sink }) => sink);
  const now = ports.now();
  await changeIncident(ports.store, id, now, current => current && noteSent(current, notice.number, sent, now));
  return outcomes.flatMap(({ refusal }) => refusal ?? []);
}

/** A sink that is not there any more takes what it is due. */
async function refusalOf(sink: Sink, message: Diagnosis, { send }: TellingPorts): Promise<string | undefined> {
  try {
    await send[sink]?.(message);
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}
