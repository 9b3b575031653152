import type { NotifierPorts } from './notifier-ports';
import { notifyStop } from './notify-stop';
import type { Diagnosis } from '../../diagnosis/model/diagnosis';
import { IncidentStoreError } from '../../incidents/incident-store-error';
import { occupiedUntil } from '../../incidents/message-rate';
import type { DeliveryAttempt } from '../explaining/batch-ports';
import type { ExplainedStop } from '../explaining/explained-stop';

/** So often a stop is tried with its incident; a table that is throttled may be well again then. */
const WITH_INCIDENT = 2;

/** People are not told of one incident more often than this, in milliseconds, by a function that cannot look it up. */
const HOUR = 3_600_000;

/** Notifies of stops also when the table of incidents cannot be used: then each function notifies of an incident once an hour. */
export class Notifier {
  private readonly told = new Map<string, number>();
  private occupied: number | undefined;

  constructor(private readonly ports: NotifierPorts, private readonly deliver: (diagnosis: Diagnosis) => Promise<void>) {}

  /** Notifies of a stop as one of its incident, or by itself when there is no other way. */
  public async notify(stop: ExplainedStop, attempt: DeliveryAttempt): Promise<void> {
    try {
      await notifyStop(stop, attempt, this.ports);
    } catch (error) {
      if (!(error instanceof IncidentStoreError) || !(error.isMissing || attempt.number > WITH_INCIDENT)) throw error;
      await this.notifyByItself(stop, withGap(stop.diagnosis, error.message));
    }
  }

  private async notifyByItself({ incident, evidence }: ExplainedStop, diagnosis: Diagnosis): Promise<void> {
    const { now, log, putOnBus, isMuted } = this.ports;
    const isTold = now() - (this.told.get(incident) ?? -Infinity) < HOUR;
    // Before it is told, because others of its batch are told at the same time.
    if (!isTold) this.told.set(incident, now());
    if (isTold || await isMuted(incident, diagnosis, evidence)) {
      log(diagnosis);
      await putOnBus(diagnosis);
      return;
    }
    try {
      this.takeTurn();
      await this.deliver(diagnosis);
    } catch (error) {
      this.told.delete(incident);
      throw error;
    }
  }

  /** Without the table each function knows only what it sent itself; a stop that is too much is tried again later. */
  private takeTurn(): void {
    const { now, messagesPerMinute } = this.ports;
    if (messagesPerMinute === undefined) return;
    const until = occupiedUntil(this.occupied, now(), messagesPerMinute);
    if (until === undefined) throw new Error(`more than ${messagesPerMinute} messages per minute, and no incident table to combine them`);
    this.occupied = until;
  }
}

const withGap = (diagnosis: Diagnosis, because: string): Diagnosis => ({
  ...diagnosis, gaps: [...diagnosis.gaps, { source: 'incident', because: `the stop could not be counted: ${because}` }],
});
