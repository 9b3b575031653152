import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Explanation } from './explain-event';

/** Marks a thread as one of these. */
const APART = 'explain apart';

/** Less than half of the function's memory: an event that needs more is what the function died of. */
const MEMORY = { maxOldGenerationSizeMb: 96 };

/** In a thread of this kind, explains each event that comes in; elsewhere, does nothing. */
export function answerApart(explain: (body: string) => Promise<Explanation>): void {
  if (isMainThread || workerData !== APART) return;
  parentPort?.on('message', (body: string) => void explain(body).then(explanation => parentPort?.postMessage(explanation)));
}

let running: Worker | undefined;

/** Explains an event in a thread of its own, which is ended when that takes too long or too much memory. */
export async function explainApart(file: string, body: string, seconds: number): Promise<Explanation> {
  const thread = running ??= begin(file);
  const tooLate = AbortSignal.timeout(seconds * 1_000);
  thread.ref();
  try {
    thread.postMessage(body);
    const [explanation] = await once(thread, 'message', { signal: tooLate }) as [Explanation];
    thread.unref();
    return explanation;
  } catch (error) {
    forget(thread);
    await thread.terminate();
    throw tooLate.aborted ? new Error(`the diagnosis took longer than ${Math.round(seconds)} s`) : error;
  }
}

/** A thread that fails while nobody waits for it must not end the function. */
function begin(file: string): Worker {
  const thread = new Worker(file, { workerData: APART, resourceLimits: MEMORY });
  return thread.on('error', () => forget(thread)).on('exit', () => forget(thread));
}

function forget(thread: Worker): void {
  if (running === thread) running = undefined;
}
