import { Command } from 'commander';
import { readPolicyAsJson } from '../../account/read-policy';
import { mapRedacted } from '../../evidence/clean/map-redacted';
import type { Bounds } from '../../evidence/collect/bounded-account';
import { Templates } from '../../facts/template/templates';
import { asSentence } from '../../guardrails/as-sentence';
import { counted } from '../../guardrails/findings-in-words';
import { type Verification, verify, VERIFY_READS } from '../../verify/verify';
import { gapsAsText } from '../doctor/gaps-text';
import { readTemplates } from '../input/read-templates';
import { openAccount } from '../live/open-account';
import { FAULTY, UNREADABLE } from '../terminal/exit-code';
import { print, tell } from '../terminal/print';

interface VerifyOptions {
  readonly template?: readonly string[];
  readonly region?: string;
  readonly profile?: string;
  readonly json?: true;
  readonly policy?: true;
}

const BOUNDS: Bounds = { callSeconds: 30, budgetSeconds: 300, atOnce: 8 };

const CHECKS = `
Before a deployment, asks the account for what the templates refer to and do not create: images in ECR for the platform of the
task, secrets, parameters, log groups, roles and what they allow, certificates, listeners and clusters, and subnets with free IP
addresses. Asks also whether names and listener priorities are free, and whether quotas suffice: vCPUs of Fargate, services of a
cluster, rules of a listener. Images that the app builds are skipped, and listed. Roles that the app creates are judged as the
templates declare them. Whether a stack exists already is known for templates of a cloud assembly only. Makes read calls only and
never reads a value; --policy prints the IAM policy that allows them.

Exit codes: 0 nothing is in the way, 1 something is, 2 something could not be read, or the command line is not valid.`;

/** `hardened-fargate verify`: asks the account for what templates need. */
export const verifyCommand = (): Command => new Command('verify')
  .description('check before a deployment that the account has what templates refer to')
  .option('--template <file...>', 'the CloudFormation templates of the app')
  .option('--region <region>', 'the AWS Region of the deployment')
  .option('--profile <name>', 'the profile of the AWS CLI')
  .option('--json', 'print JSON, for programs')
  .option('--policy', 'print the IAM policy that the command needs, and do nothing else')
  .addHelpText('after', CHECKS)
  .action(verifyTemplates);

async function verifyTemplates({ template, region, profile, json, policy }: VerifyOptions, command: Command): Promise<void> {
  if (policy) {
    print(readPolicyAsJson(VERIFY_READS));
    return;
  }
  if (template === undefined) command.error('error: name the templates of the app with --template', { exitCode: UNREADABLE });
  const { sources, unreadable } = await readTemplates(template);
  const placed = sources.map(source => ({ ...source, environment: { region, ...source.environment } }));
  const account = openAccount({ region, profile }, BOUNDS);
  const verification = mapRedacted(await verify(new Templates(placed), account));
  if (json) print(JSON.stringify(verification, undefined, 2));
  else if (sources.length > 0) print(asText(verification));
  for (const { message } of unreadable) tell(message);
  process.exitCode = exitCodeOf(verification, unreadable.length > 0);
}

function asText({ problems, skipped, gaps }: Verification): string {
  return [
    ...problems.map(({ at, seen }) => `problem  ${at.path} › ${at.property}\n  ${asSentence(seen)}.`),
    skipped.length > 0 ? ['not checked', ...skipped.map(({ at, seen }) => `  - ${at.path}: ${seen}`)].join('\n') : '',
    gapsAsText(gaps),
    `${counted(problems.length, 'problem')}.`,
  ].filter(part => part !== '').join('\n\n');
}

const exitCodeOf = ({ problems, gaps }: Verification, isUnreadable: boolean): number =>
  isUnreadable ? UNREADABLE : problems.length > 0 ? FAULTY : gaps.length > 0 ? UNREADABLE : 0;
