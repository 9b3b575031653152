import type { ShippedAnalyzer } from './shipped-analyzer';
import type { QueuedEvent } from '../../src/analyzer/explaining/queued-event';

/** As the construct sets it. */
const MAX_RECEIVE_COUNT = 8;
const BATCH_SIZE = 10;
const TIMEOUT = 45_000;

interface Waiting {
  readonly messageId: string;
  readonly body: string;
  readonly received: number;
}

/** What SQS and the event source mapping of Lambda do with events: hand them out in batches, and again until they are taken. */
export class QueueOfStops {
  /** What was received too often, and was moved without a reason. */
  readonly deadLetters: string[] = [];
  /** How often the function was started and did not answer. */
  deaths = 0;

  /** What happens between two batches may be given. A function that has not answered its first batch after so many milliseconds is ended; of later ones the timeout is 30 seconds. */
  constructor(private readonly analyzer: ShippedAnalyzer, private timeout = TIMEOUT, private readonly afterBatch: () => void = () => undefined) {}

  /** Hands the bodies out until none is left. */
  async drain(...bodies: readonly string[]): Promise<void> {
    let waiting: readonly Waiting[] = bodies.map((body, index) => ({ messageId: `message-${index}`, body, received: 0 }));
    while (waiting.length > 0) {
      const batch = waiting.slice(0, BATCH_SIZE).map(message => ({ ...message, received: message.received + 1 }));
      const failed = await this.handOut(batch);
      this.afterBatch();
      waiting = [...waiting.slice(BATCH_SIZE), ...this.keep(batch.filter(({ messageId }) => failed.includes(messageId)))];
    }
  }

  private async handOut(batch: readonly Waiting[]): Promise<readonly string[]> {
    const answered = this.analyzer.receiveMessages(batch.map(asReceived)).then(({ batchItemFailures }) => batchItemFailures, () => undefined);
    let timer: NodeJS.Timeout | undefined;
    const failures = await Promise.race([answered, new Promise<undefined>(resolve => timer = setTimeout(resolve, this.timeout, undefined))]);
    clearTimeout(timer);
    if (failures !== undefined) return failures.map(({ itemIdentifier }) => itemIdentifier);
    this.deaths++;
    this.timeout = TIMEOUT;
    await this.analyzer.restart();
    return batch.map(({ messageId }) => messageId);
  }

  private keep(failed: readonly Waiting[]): readonly Waiting[] {
    const worn = failed.filter(({ received }) => received >= MAX_RECEIVE_COUNT);
    this.deadLetters.push(...worn.map(({ body }) => body));
    return failed.filter(message => !worn.includes(message));
  }
}

const asReceived = ({ messageId, body, received }: Waiting): QueuedEvent =>
  ({ messageId, body, attributes: { ApproximateReceiveCount: String(received) } });
