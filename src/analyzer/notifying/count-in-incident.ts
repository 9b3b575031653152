import type { NotifierPorts } from './notifier-ports';
import { withTasksInside } from './tasks-inside';
import { asAnotherStopOf } from './with-incident';
import type { Diagnosis } from '../../diagnosis/model/diagnosis';
import { changeIncident } from '../../incidents/change-incident';
import { countOnce } from '../../incidents/count-once';
import type { Incident } from '../../incidents/incident';
import { canBeSent, leaseNotice } from '../../incidents/notice';
import { withDesiredCount } from '../../incidents/rollout';
import type { Stop } from '../../incidents/stop';
import { withEvidence } from '../../incidents/with-evidence';
import type { ExplainedStop } from '../explaining/explained-stop';

/** An incident after a stop was counted in it. */
export interface CountedInIncident {
  readonly incident: Incident;
  readonly diagnosis: Diagnosis;
  /** Whether this function sends the message of the incident. */
  readonly isMessageDue: boolean;
}

type ExplainFully = (() => Promise<ExplainedStop>) | undefined;

/** What counting a stop has shown. */
interface Counted {
  readonly incident: Incident;
  readonly isMessageDue: boolean;
  /** Whether the account has to be read. */
  readonly isNew: boolean;
  /** Whether the incident began with it. */
  readonly isFirst: boolean;
}

/** Counts a stop in its incident, and reads the account when the picture is new. */
export async function countInIncident(stop: ExplainedStop, explainFully: ExplainFully, ports: NotifierPorts): Promise<CountedInIncident> {
  const counted = await count(stop, ports);
  if (counted.isNew) return lookCloser(stop, counted, explainFully, ports);
  return { ...counted, diagnosis: await knownOf(stop, explainFully, ports) };
}

async function count(stop: ExplainedStop, ports: NotifierPorts): Promise<Counted> {
  const { before, after } = await countOnce(ports.store, await asCounted(stop, ports), ports.now());
  const isRepeated = before === after;
  const incident = isRepeated ? await takenOver(stop, ports) : after;
  if (incident === undefined) throw new Error(`incident ${stop.incident} is gone`);
  const isMessageDue = leaseOf(incident) !== undefined && leaseOf(incident) !== leaseOf(before);
  return { incident, isMessageDue, isNew: isRepeated ? isMessageDue : isNewPicture(before, incident), isFirst: before === undefined };
}

const leaseOf = (incident: Incident | undefined): number | undefined => incident?.notice?.leasedUntil;

async function lookCloser(
  stop: ExplainedStop, counted: Counted, explainFully: ExplainFully, ports: NotifierPorts,
): Promise<CountedInIncident> {
  const { incident, isMessageDue } = counted;
  const explained = explainFully === undefined ? stop : await explainFully();
  const diagnosis = await withTasksInside(explained.diagnosis, stop, ports);
  const seen = isKnown(diagnosis, stop, counted, ports) ? incident : await asSeen(incident, { ...explained, diagnosis }, ports);
  if (explainFully !== undefined) await askForSecondLook({ ...explained, incident: incident.id }, ports);
  const isStillDue = isMessageDue && seen.notice?.number === incident.notice?.number;
  return { incident: asItWasCounted(seen, incident), diagnosis, isMessageDue: isStillDue };
}

/** What the event says by itself was saved with the first stop of its incident. */
const isKnown = (diagnosis: Diagnosis, stop: ExplainedStop, { isFirst }: Counted, { isReported }: NotifierPorts): boolean =>
  isFirst && diagnosis === stop.diagnosis && isReported(diagnosis.severity);

/** The incident as the evidence shows it, from now on. */
async function asSeen(
  incident: Incident, { diagnosis, desiredCount }: ExplainedStop, { store, now, isReported }: NotifierPorts,
): Promise<Incident> {
  await store.saveDiagnosis(incident.id, JSON.stringify(diagnosis), now());
  const { after } = await changeIncident(store, incident.id, now(), current => current
    && withEvidence(withDesiredCount(current, desiredCount), diagnosis, isReported(diagnosis.severity)));
  return after ?? incident;
}

/** Stops that were counted meanwhile have events of their own. */
const asItWasCounted = (incident: Incident, { occurrences, firstSeen, lastSeen }: Incident): Incident =>
  ({ ...incident, occurrences, firstSeen, lastSeen });

async function askForSecondLook({ incident, evidence, diagnosis }: ExplainedStop, { secondLook }: NotifierPorts): Promise<void> {
  if (diagnosis.severity !== 'benign') await secondLook?.request({ incident, evidence });
}

async function asCounted(explained: ExplainedStop, { store, now, people }: NotifierPorts): Promise<Stop> {
  const { key, incident, seen, diagnosis, evidence: { account, region }, deployment, isFailedDeployment } = explained;
  const time = seen ?? new Date(now()).toISOString();
  const stop = { key, incident, seen: time, diagnosis, account, region, sinks: people };
  if (deployment === undefined || isFailedDeployment) return stop;
  const { isInProgress, partOf } = await store.rolloutOf(deployment);
  return { ...stop, ...isInProgress && { rollout: deployment }, ...partOf !== undefined && { partOf } };
}

/** The stop was counted by an attempt that did not end well: its message is sent now, unless somebody else did. */
async function takenOver({ incident: id, key }: ExplainedStop, { store, now }: NotifierPorts): Promise<Incident | undefined> {
  const time = now();
  const { after } = await changeIncident(store, id, time, current =>
    current && canBeSent(current, time, key) ? leaseNotice(current, time, key) : current);
  return after;
}

/** The first stop, the first after a pause, and the first of a new revision are looked at closely. */
const isNewPicture = (before: Incident | undefined, after: Incident): boolean =>
  before === undefined || after.reopened !== before.reopened || after.taskDefinitionArn !== before.taskDefinitionArn;

async function knownOf({ incident, diagnosis }: ExplainedStop, explainFully: ExplainFully, { store }: NotifierPorts): Promise<Diagnosis> {
  const known = explainFully && await store.diagnosisOf(incident);
  return known === undefined ? diagnosis : asAnotherStopOf(JSON.parse(known) as Diagnosis, diagnosis);
}
