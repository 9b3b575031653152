import { once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Explanation } from '../explaining/explain-event';
import type { Question } from '../explaining/explain-question';

/** Marks a thread as one of these. */
const APART = 'explain apart';

/** What such a thread may hold, in MB; with what the function holds itself, it stays well below the memory of the function. */
const MEMORY = 96;

/** In a thread of this kind, explains each event that comes in; elsewhere, does nothing. */
export function answerApart(explain: (question: Question) => Promise<Explanation>): void {
  if (isMainThread || workerData !== APART) return;
  parentPort?.on('message', (question: Question) => void explain(question).then(explanation => parentPort?.postMessage(explanation)));
}

let running: Worker | undefined;
let last: Promise<unknown> = Promise.resolve();

/** Explains an event in a thread of its own, one after the other; the thread is ended when that takes too long or too much memory. */
export function explainApart(file: string, question: Question, seconds: number): Promise<Explanation> {
  const explained = last.then(() => explainInThread(file, question, seconds));
  last = explained.catch(() => undefined);
  return explained;
}

async function explainInThread(file: string, question: Question, seconds: number): Promise<Explanation> {
  const thread = running ??= begin(file);
  const tooLate = AbortSignal.timeout(Math.floor(seconds * 1_000));
  thread.ref();
  try {
    thread.postMessage(question);
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
  // Lambda starts Node.js with a limit that counts more than one of a thread; heaps that are there already keep theirs.
  setFlagsFromString(`--max-old-space-size=${MEMORY}`);
  const thread = new Worker(file, { workerData: APART, resourceLimits: { maxOldGenerationSizeMb: MEMORY } });
  return thread.on('error', () => forget(thread)).on('exit', () => forget(thread));
}

function forget(thread: Worker): void {
  if (running === thread) running = undefined;
}
