import { CommanderError } from 'commander';
import { program } from './program';
import { UNREADABLE } from './terminal/exit-code';
import { endQuietlyWithTheReader } from './terminal/print';

endQuietlyWithTheReader();
void run();

async function run(): Promise<void> {
  try {
    await program().parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? 0 : UNREADABLE;
  }
}
