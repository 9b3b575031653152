import { Command } from 'commander';
import { printUnreadable } from './print-unreadable';
import { diagnose } from '../../diagnosis/diagnose';
import type { Evidence } from '../../evidence/model/evidence';
import { gatherEvidence } from '../input/gather-evidence';
import { inputsOf } from '../input/inputs-of';
import { print } from '../terminal/print';

const PRINTS = `
FILE is the same input as for diagnose: see hardened-fargate diagnose --help. Without FILE, or with -, the command reads standard
input.

Prints a JSON array, in input order, with the data that the signatures read. Secrets are redacted. Account ids and names of
resources are not: read the output before you publish it.

Exit codes: 0 done, 2 an input could not be read, or the command line is not valid. The other inputs are printed.`;

/** `hardened-fargate evidence`: what the signatures are given. */
export const evidenceCommand = (): Command => new Command('evidence')
  .description('print the redacted evidence of a diagnosis, as JSON')
  .argument('[FILE...]', 'the data of the stopped tasks')
  .option('--redact-emails', 'also redact email addresses; secrets are always redacted')
  .option('--redact-personal-data', 'also redact email addresses, card, account, and phone numbers, and public IP addresses')
  .addHelpText('after', PRINTS)
  .action(printEvidence);

async function printEvidence(
  files: readonly string[],
  { redactEmails: emails, redactPersonalData: personalData }: { readonly redactEmails?: true; readonly redactPersonalData?: true },
  command: Command,
): Promise<void> {
  const options = { emails, personalData, verdictOn: (stop: Evidence) => diagnose(stop) };
  const { evidence, unreadable, isAnswered } = await gatherEvidence(inputsOf(files, command), options);
  print(JSON.stringify(evidence, undefined, 2));
  printUnreadable(unreadable, { isAnswered });
}
