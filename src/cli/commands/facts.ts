import { Command } from 'commander';
import { complain } from './complain';
import { Templates } from '../../facts/template/templates';
import { findUnjudged } from '../../guardrails/find-unjudged';
import { factsAsJson } from '../facts/facts-json';
import { readFacts } from '../facts/read-facts';
import { readTemplates } from '../input/read-templates';
import { UnreadableInput } from '../input/unreadable-input';
import { print } from '../terminal/print';

const PRINTS = `
Prints a JSON array with one entry for each Fargate service, and for each task definition that no service runs. If the facts
depend on conditions, there is one entry for each case, and "when" names the conditions. A value that only deployment decides
is "<unknown>". A value that is not set is null. Secrets are redacted.

Name all templates of an app, as for guardrails --template.

Exit codes: 0 done, 2 a template or the command line cannot be read.`;

/** `hardened-fargate facts`: what the rules are given. */
export const factsCommand = (): Command => new Command('facts')
  .description('print what the guardrails read from templates, as JSON')
  .requiredOption('--template <file...>', 'read these CloudFormation templates')
  .addHelpText('after', PRINTS)
  .action(printFacts);

async function printFacts({ template }: { readonly template: readonly string[] }): Promise<void> {
  const { sources, unreadable } = await readTemplates(template);
  const templates = new Templates(sources);
  const facts = readFacts(templates);
  print(factsAsJson(facts.read));
  for (const { at: { template: file, logicalId, property }, seen } of findUnjudged(templates)) {
    process.stderr.write(`${[file, logicalId ?? property].join(' › ')}: ${seen}\n`);
  }
  complain([...unreadable, ...facts.unreadable.map(({ place, reason }) => new UnreadableInput(place, reason))]);
}
