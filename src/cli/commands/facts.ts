import { Command } from 'commander';
import { printUnreadable } from './print-unreadable';
import { type DeployedOptions, readDeployed, withParameterOptions } from './read-deployed';
import { Templates } from '../../facts/template/templates';
import { findUnjudged } from '../../guardrails/find-unjudged';
import { factsAsJson } from '../facts/facts-json';
import { readFacts } from '../facts/read-facts';
import { UnreadableInput } from '../input/unreadable-input';
import { print, tell } from '../terminal/print';

const PRINTS = `
Prints a JSON array with one entry for each Fargate service, and for each task definition without a service. If the facts depend
on conditions, there is one entry for each case, and "when" names the conditions. A value that is known only at deployment is
"<unknown>". A value that is not set is null. Secrets are redacted.

Pass all templates of an app, as for guardrails --template. Parameters have only the values of --parameter and --parameters;
their defaults are not used.

Exit codes: 0 done, 2 a template or the command line cannot be read.`;

/** `hardened-fargate facts`: what the rules are given. */
export const factsCommand = (): Command => withParameterOptions(new Command('facts')
  .description('print what the guardrails read from templates, as JSON')
  .requiredOption('--template <file...>', 'read these CloudFormation templates'))
  .addHelpText('after', PRINTS)
  .action(printFacts);

interface FactsOptions extends DeployedOptions {
  readonly template: readonly string[];
}

async function printFacts({ template, ...options }: FactsOptions, command: Command): Promise<void> {
  const { sources, unreadable } = await readDeployed(template, options, command);
  const templates = new Templates(sources);
  const facts = readFacts(templates);
  print(factsAsJson(facts.read));
  for (const { at: { template: file, logicalId, property }, seen } of findUnjudged(templates)) {
    tell(`${[file, logicalId ?? property].join(' › ')}: ${seen}`);
  }
  printUnreadable([...unreadable, ...facts.unreadable.map(({ place, reason }) => new UnreadableInput(place, reason))]);
}
