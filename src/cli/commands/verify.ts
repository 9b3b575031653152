import { Command } from 'commander';
import { readPolicyAsJson } from '../../account/read-policy';
import { mapRedacted } from '../../evidence/clean/map-redacted';
import type { Bounds } from '../../evidence/collect/bounded-account';
import { asSentence } from '../../guardrails/as-sentence';
import { counted } from '../../guardrails/findings-in-words';
import { type Verification, VERIFY_READS } from '../../verify/verify';
import { verifyDeployments } from '../../verify/verify-deployments';
import { gapsAsText, unlessAllRead } from '../doctor/gaps-text';
import { readTemplates } from '../input/read-templates';
import { regionOf } from '../live/open-account';
import { openWatched } from '../live/watched-account';
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
Before a deployment, checks that the account has everything that the templates refer to and do not create: images in ECR for the
platform of the task, secrets, parameters, log groups, roles and their permissions, certificates, listeners, clusters, and subnets
with free IP addresses. It also checks that names and listener priorities are free, and that quotas are sufficient: Fargate vCPUs,
services of a cluster, and rules of a listener. Roles that the app creates are checked in the templates. The command lists
what it cannot check: images that the app builds, images of other registries, images and secrets of other Regions, and values that
are known only at deployment. Templates outside a cloud assembly do not name their stacks, so clusters and quotas of their services
are not checked. Each template is checked in the Region that its cloud assembly names. A template for another account than the
account of the credentials is not checked. The command only makes read calls, and never reads a value; --policy prints the IAM
policy that they need.

Exit codes: 0 no problem was found, 1 a problem was found, 2 something could not be read, or the command line is not valid.`;

/** `hardened-fargate verify`: asks the account for what templates need. */
export const verifyCommand = (): Command => new Command('verify')
  .description('before a deployment, check the account for the resources that templates refer to')
  .option('--template <file...>', 'the CloudFormation templates of the app')
  .option('--region <region>', 'the AWS Region of templates that do not name theirs (default: AWS_REGION, or the Region of the profile)')
  .option('--profile <name>', 'the profile of the AWS CLI')
  .option('--json', 'print JSON, for programs')
  .option('--policy', 'print only the IAM policy that the command needs')
  .addHelpText('after', CHECKS)
  .action(verifyTemplates);

/** Without it, images of the Region cannot be told from those of others, and would go unchecked. */
const NO_REGION =
  'error: a template does not name its Region; set the Region of the deployment with --region or AWS_REGION, or in the profile';

async function verifyTemplates(options: VerifyOptions, command: Command): Promise<void> {
  const { template, profile, json, policy } = options;
  if (policy) return print(readPolicyAsJson(VERIFY_READS, { region: options.region }));
  if (template === undefined) command.error('error: required option \'--template <file...>\' not specified', { exitCode: UNREADABLE });
  const { sources, unreadable } = await readTemplates(template);
  for (const { message } of unreadable) tell(message);
  const isPlaceless = sources.some(({ environment }) => environment?.region === undefined);
  const ofOthers = isPlaceless ? await regionOf(options) ?? command.error(NO_REGION, { exitCode: UNREADABLE }) : undefined;
  const placed = sources.map(source =>
    ({ ...source, environment: { ...source.environment, region: source.environment?.region ?? ofOthers } }));
  const verification = mapRedacted(await verifyDeployments(placed, region => openWatched({ region, profile }, BOUNDS)));
  if (json) print(JSON.stringify(verification, undefined, 2));
  else if (sources.length > 0) print(asText(verification));
  process.exitCode = exitCodeOf(verification, unreadable.length > 0);
}

function asText({ problems, skipped, gaps }: Verification): string {
  return [
    ...problems.map(({ at, seen, fix }) => `problem  ${at.path} › ${at.property}\n  ${asSentence(seen)}.\n  To fix it: ${fix}`),
    skipped.length > 0 ? ['not checked', ...skipped.map(({ at, seen }) => `  - ${at.path} › ${at.property}: ${seen}`)].join('\n') : '',
    gapsAsText(gaps),
    `${counted(problems.length, 'problem')}${unlessAllRead(gaps)}.`,
  ].filter(part => part !== '').join('\n\n');
}

const exitCodeOf = ({ problems, gaps }: Verification, isUnreadable: boolean): number =>
  isUnreadable ? UNREADABLE : problems.length > 0 ? FAULTY : gaps.length > 0 ? UNREADABLE : 0;
