import { CommanderError } from 'commander';
import { UNREADABLE } from './exit-code';
import { endQuietlyWithTheReader } from './print';
import { program } from './program';

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
