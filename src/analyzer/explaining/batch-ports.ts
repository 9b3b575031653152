import type { Explanation, ExplanationPorts } from './explain-event';
import type { Question } from './explain-question';
import type { ExplainedStop } from './explained-stop';
import type { Signal } from '../protocol/service-signal';

/** One attempt to deliver a stop. */
export interface DeliveryAttempt {
  /** The id of the message of the queue. */
  readonly message: string;
  /** How often the stop was received, this time included. */
  readonly number: number;
  /** Explains the stop with what the account says of it; absent where nothing is read. */
  readonly explainFully?: () => Promise<ExplainedStop>;
}

/** What handling an event takes from outside; each promise that is rejected makes the queue hand the event out again. */
export interface BatchPorts extends ExplanationPorts {
  /** Explains an event where it can be stopped, whatever it costs; absent where nothing but this process is there. */
  readonly explainApart?: (question: Question, seconds: number) => Promise<Explanation>;
  readonly deliver: (stop: ExplainedStop, attempt: DeliveryAttempt) => Promise<void>;
  /** Does what an event asks for that reports no stop. */
  readonly heed: (signal: Signal) => Promise<void>;
  /** Sets an event aside that nobody can read or deliver, however often it is handed out. */
  readonly setAside: (body: string, reason: string) => Promise<void>;
  readonly log: (line: string) => void;
}
