import { Command } from 'commander';
import { causesCommand } from './commands/causes';
import { defensesCommand } from './commands/defenses';
import { diagnoseCommand } from './commands/diagnose';
import { doctorCommand } from './commands/doctor';
import { evidenceCommand } from './commands/evidence';
import { factsCommand } from './commands/facts';
import { guardrailsCommand } from './commands/guardrails';
import { incidentsCommand } from './commands/incidents';
import { verifyCommand } from './commands/verify';
import { version } from '../../package.json';
import { redactWhole } from '../evidence/clean/redact';

const EXAMPLES = `
Examples:
  $ hardened-fargate diagnose stopped-task-event.json
  $ aws ecs describe-tasks --cluster web --tasks 1a2b3c | hardened-fargate diagnose
  $ hardened-fargate diagnose --cluster web --service shop --since 30m
  $ hardened-fargate diagnose *.json --json | jq '.[].cause'
  $ hardened-fargate guardrails --template cdk.out/*.template.json
  $ hardened-fargate guardrails --format markdown > GUARDRAILS.md
  $ hardened-fargate doctor --cluster web --service shop
  $ hardened-fargate verify --template cdk.out/*.template.json
  $ hardened-fargate incidents --cluster web --since 24h
  $ hardened-fargate evidence stopped-task-event.json
  $ hardened-fargate facts --template cdk.out/*.template.json

Exit codes: 0 done, 1 an error was found, 2 the input or the command line cannot be read.`;

/** The command line with all its commands; it throws where it would end the process. */
export function program(): Command {
  const all = new Command('hardened-fargate')
    .description('Diagnose stopped tasks on AWS Fargate, and check services before their deployment.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeErr: message => void process.stderr.write(redactWhole(message)) })
    .showHelpAfterError('(--help shows what is possible)')
    .addHelpText('after', EXAMPLES);
  const commands = [
    diagnoseCommand(), guardrailsCommand(), doctorCommand(), verifyCommand(), incidentsCommand(), causesCommand(), defensesCommand(),
    evidenceCommand(), factsCommand(),
  ];
  for (const command of commands) all.addCommand(command.copyInheritedSettings(all));
  return all;
}
