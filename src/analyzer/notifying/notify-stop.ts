import { countInIncident } from './count-in-incident';
import type { NotifierPorts } from './notifier-ports';
import { sendNotice } from './send-notice';
import { withIncident } from './with-incident';
import type { Diagnosis } from '../../diagnosis/model/diagnosis';
import type { DeliveryAttempt } from '../explaining/batch-ports';
import { messageOf } from '../explaining/explain-event';
import type { ExplainedStop } from '../explaining/explained-stop';

/**
 * Tells of a stop: each to the log and the event bus, and people when it is the first of its incident.
 *
 * What is done is noted apart for each, so that another attempt does only what is missing.
 */
export async function notifyStop(stop: ExplainedStop, { message: id, explainFully }: DeliveryAttempt, ports: NotifierPorts): Promise<void> {
  const claimed = await ports.store.claimStop({ ...stop, message: id }, ports.now());
  if (claimed === 'done') return;
  if (claimed === 'busy') throw new Error('another invocation processes the same stop; this message waits until that invocation ends');
  const { diagnosis, message } = await shownAs({ ...stop, incident: claimed.incident }, explainFully, ports);
  const noted: string[] = [];
  const failures: string[] = [];
  const writeTo = async (place: string, write: () => void | Promise<void>): Promise<void> => {
    if (claimed.noted.includes(place)) return;
    try {
      await write();
      noted.push(place);
    } catch (error) {
      failures.push(messageOf(error));
    }
  };
  await Promise.all([
    writeTo('log', () => ports.log(diagnosis)),
    writeTo('bus', () => ports.putOnBus(diagnosis)),
    message().then(refusals => failures.push(...refusals), error => failures.push(messageOf(error))),
  ]);
  await ports.store.noteStop(claimed, noted, failures.length === 0);
  if (failures.length > 0) throw new Error(failures.join('; '));
}

/** The diagnosis of a stop as programs get it, and what sends people the message that is due with it. */
interface Shown {
  readonly diagnosis: Diagnosis;
  readonly message: () => Promise<readonly string[]>;
}

async function shownAs(
  stop: ExplainedStop, explainFully: (() => Promise<ExplainedStop>) | undefined, ports: NotifierPorts,
): Promise<Shown> {
  // Scale-in and deployments are no incidents, unless somebody wants to be told of them.
  if (isRoutine(stop, ports)) return { diagnosis: stop.diagnosis, message: () => Promise.resolve([]) };
  const { incident, diagnosis, isMessageDue } = await countInIncident(stop, explainFully, ports);
  const isMuted = isMessageDue && await ports.isMuted(incident.id, diagnosis, stop.evidence);
  return {
    diagnosis: withIncident(diagnosis, incident, isMessageDue && !isMuted ? incident.notice?.kind ?? null : null),
    message: () => isMessageDue ? sendNotice({ incident, diagnosis, isMuted }, ports) : Promise.resolve([]),
  };
}

const isRoutine = ({ diagnosis: { severity } }: ExplainedStop, { isReported }: NotifierPorts): boolean =>
  severity === 'benign' && !isReported(severity);
