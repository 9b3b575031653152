import type { BatchPorts } from './batch-ports';
import { messageOf } from './explain-event';
import { type BatchOutcome, type QueuedEvent, receiveCount } from './queued-event';
import { within } from './within';
import { ATTEMPTS } from '../protocol/attempts';
import { type Signal, signalIn } from '../protocol/service-signal';
import { TIME_LIMITS } from '../protocol/time-limits';

/** An event that reports no stop, with what it says. */
interface SignalEvent {
  readonly event: QueuedEvent;
  readonly signal: Signal;
}

interface Parted {
  readonly signals: readonly SignalEvent[];
  readonly others: readonly QueuedEvent[];
}

/** A batch, parted into what reports no stop and everything else. */
export function apartFromSignals(events: readonly QueuedEvent[]): Parted {
  const signals = events.flatMap(event => {
    const signal = signalIn(event.body);
    return signal ? [{ event, signal }] : [];
  });
  return { signals, others: events.filter(event => signals.every(signal => signal.event !== event)) };
}

/** Does what the signals ask for; which of them to hand out again. */
export const failuresToHeed = async (signals: readonly SignalEvent[], ports: BatchPorts): Promise<BatchOutcome['batchItemFailures']> =>
  (await Promise.all(signals.map(signal => failureToHeed(signal, ports)))).flat();

/** A signal is worth a few attempts and no dead letter; after a tick comes the next one. */
async function failureToHeed({ event, signal }: SignalEvent, { heed, log }: BatchPorts): Promise<BatchOutcome['batchItemFailures']> {
  try {
    await within(TIME_LIMITS.delivery, 'the signal', heed(signal));
    return [];
  } catch (error) {
    log(JSON.stringify({ unheeded: signal.kind, because: messageOf(error) }));
    const isOver = signal.kind === 'tick' || receiveCount(event) >= ATTEMPTS.ofFunction;
    return isOver ? [] : [{ itemIdentifier: event.messageId }];
  }
}
