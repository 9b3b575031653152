import type { NotifierPorts } from './notifier-ports';
import { withTheSameTasks } from './tasks-inside';
import type { Diagnosis, QuotedClue } from '../../diagnosis/model/diagnosis';
import { changeIncident } from '../../incidents/change-incident';
import { afterSecondLook } from '../../incidents/second-look';
import type { SecondLook } from '../protocol/second-look';

/**
 * Adds to an incident what the account has of it some minutes later.
 *
 * Nobody is told of it now: the messages to come are made from it, and whoever asks for the incident reads it.
 */
export async function onSecondLook({ incident: id, evidence }: SecondLook, ports: NotifierPorts): Promise<void> {
  const { store, now, secondLook } = ports;
  const again = await secondLook?.explain(evidence);
  const saved = await store.diagnosisOf(id);
  if (again === undefined || saved === undefined) return;
  const known = JSON.parse(saved) as Diagnosis;
  if (!isOfSameStop(known, again)) return;
  const found = again.clues.filter(clue => !known.clues.some(each => isSame(each, clue)));
  await store.saveDiagnosis(id, JSON.stringify(withTheSameTasks(again, known)), now());
  await changeIncident(store, id, now(), incident => incident && afterSecondLook(incident, again, found, now()));
}

/** A revision or a pause later, the incident is about another stop. */
const isOfSameStop = (one: Diagnosis, other: Diagnosis): boolean =>
  one.taskArn === other.taskArn && one.stoppedReason === other.stoppedReason && one.firstSeen === other.firstSeen;

const isSame = (one: QuotedClue, other: QuotedClue): boolean => one.source === other.source && one.quote === other.quote;
