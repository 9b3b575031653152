import { Command } from 'commander';
import { printUnreadable } from './print-unreadable';
import { gatherEvidence } from '../input/gather-evidence';
import { inputsOf } from '../input/inputs-of';
import { print } from '../terminal/print';

const PRINTS = `
FILE holds what diagnose takes: see hardened-fargate diagnose --help. Without FILE, or with -, standard input is read.

Prints a JSON array, in input order, of what the signatures are given. Secrets are redacted. Account ids and names of
resources are not: read the output before you publish it.

Exit codes: 0 done, 2 an input could not be read, or the command line is wrong. The other inputs are printed.`;

/** `hardened-fargate evidence`: what the signatures are given. */
export const evidenceCommand = (): Command => new Command('evidence')
  .description('print the redacted evidence that a diagnosis is made from, as JSON')
  .argument('[FILE...]', 'what was saved of the stopped tasks')
  .option('--redact-emails', 'redact email addresses too; secrets always are')
  .option('--redact-personal-data', 'redact email addresses, card, account and phone numbers, and public IP addresses too')
  .addHelpText('after', PRINTS)
  .action(printEvidence);

async function printEvidence(
  files: readonly string[],
  { redactEmails: emails, redactPersonalData: personalData }: { readonly redactEmails?: true; readonly redactPersonalData?: true },
  command: Command,
): Promise<void> {
  const { evidence, unreadable, isAnswered } = await gatherEvidence(inputsOf(files, command), { emails, personalData });
  print(JSON.stringify(evidence, undefined, 2));
  printUnreadable(unreadable, { isAnswered });
}
