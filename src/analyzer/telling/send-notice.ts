import type { TellingPorts } from './telling-ports';
import { withIncident } from './with-incident';
import type { Diagnosis } from '../../diagnosis/model/diagnosis';
import { changeIncident } from '../../incidents/change-incident';
import type { Incident, Sink } from '../../incidents/incident';
import { noteSent } from '../../incidents/notice';
import { messageOf } from '../explaining/explain-event';

/**
 * Sends the message of an incident, which this function holds, to each sink that does not have it; why others refused it.
 *
 * A message that is muted counts as taken by whoever reads: once the mute ends, people hear how it went on, not what is past.
 */
export async function sendNotice(
  incident: Incident, diagnosis: Diagnosis, ports: TellingPorts, isMuted: boolean,
): Promise<readonly string[]> {
  const { id, notice } = incident;
  if (notice === undefined) return [];
  const message = withIncident(diagnosis, incident, isMuted ? null : notice.kind);
  const send = isMuted ? { bus: ports.send.bus } : ports.send;
  const outcomes = await Promise.all(notice.due.map(async sink => ({ sink, refusal: await refusalOf(sink, message, send) })));
  const sent = outcomes.filter(({ refusal }) => refusal === undefined).map(({ sink }) => sink);
  const now = ports.now();
  await changeIncident(ports.store, id, now, current => current && noteSent(current, notice.number, sent, now));
  return outcomes.flatMap(({ refusal }) => refusal ?? []);
}

/** A sink that is not there any more takes what it is due. */
async function refusalOf(sink: Sink, message: Diagnosis, send: TellingPorts['send']): Promise<string | undefined> {
  try {
    await send[sink]?.(message);
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}
