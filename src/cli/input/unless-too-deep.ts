import { UnreadableInput } from './unreadable-input';

/** Reads a value; one that is nested so deeply that reading it exhausts the stack is an input that cannot be read, and no crash. */
export function unlessTooDeep<T>(place: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError) || !/call stack/i.test(error.message)) throw error;
    throw tooDeep(place, error);
  }
}

/** The input that is refused because nobody can read so many levels. */
export const tooDeep = (place: string, cause?: unknown): UnreadableInput =>
  new UnreadableInput(place, 'is nested too deeply; AWS output and templates are not nested this deeply', { cause });
