import { redactWhole } from '../../evidence/clean/redact';

/** Writes a text to standard output, ended by exactly one line break. */
export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

/**
 * Tells something on standard error, on a line of its own: the one way for messages, because they quote inputs and names of files.
 *
 * What a secret or a sign that acts on the terminal stands in is shown without it.
 */
export function tell(message: string): void {
  process.stderr.write(`${redactWhole(message).replace(/\n/g, '\\n')}\n`);
}

/** Lets a reader such as `head` close the pipe when it has seen enough. */
export function endQuietlyWithTheReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(process.exitCode);
      throw error;
    });
  }
}
