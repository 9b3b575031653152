import { Command, Option } from 'commander';
import { type BaselineOptions, openBaseline } from './baseline';
import { againstRecorded } from './examination-baseline';
import { printUnreadable } from './print-unreadable';
import { printStartUp } from './why-not-starting';
import { doctorPolicy } from '../../doctor/doctor-policy';
import { type Examination, examine } from '../../doctor/examine';
import { mapRedacted } from '../../evidence/clean/map-redacted';
import type { Account } from '../../evidence/collect/account';
import type { Bounds } from '../../evidence/collect/bounded-account';
import { asShown } from '../../guardrails/as-shown';
import { eachOnce } from '../../guardrails/each-once';
import { mayRunUnjudged } from '../../guardrails/find-unjudged';
import { examinationAsJson } from '../doctor/examination-json';
import { examinationAsMarkdown } from '../doctor/examination-markdown';
import { examinationAsText } from '../doctor/examination-text';
import { findingsAsSarif } from '../findings/findings-sarif';
import { UnreadableInput } from '../input/unreadable-input';
import { placedByArn } from '../live/live-target';
import { openWatched } from '../live/watched-account';
import { colourOption, styleOf, type When } from '../terminal/colour';
import { FAULTY, UNREADABLE } from '../terminal/exit-code';
import { print, tell } from '../terminal/print';

interface DoctorOptions extends BaselineOptions {
  readonly cluster?: string;
  readonly service?: readonly string[];
  readonly all?: true;
  readonly region?: string;
  readonly profile?: string;
  readonly json?: true;
  readonly markdown?: true;
  readonly sarif?: true;
  readonly policy?: true;
  readonly whyNotStarting?: true;
  readonly task?: string;
  readonly colour: When;
}

/** Hundreds of services take thousands of calls; the SDK slows down where AWS asks for it. */
const BOUNDS: Bounds = { callSeconds: 30, budgetSeconds: 900, atOnce: 8 };

const CHECKS = `
Checks services with all guardrails, regardless of the tool that created them. It also reports failed deployments, missing tasks,
unhealthy targets, and the number of tasks that ECS started in the last days, with an estimate of replaced failed tasks. Without
--service, it checks every service of the cluster. With --all and without --cluster, it checks every service of the Region. It
only makes read calls; --policy prints the IAM policy that they need.

With --why-not-starting and --task, it checks each step of the start of one task: network interface, DNS, registry login, image,
secrets, log, volumes, container, health check, and target. Each step is proven, failed, or unknown, with its evidence. For a task
that failed the health checks of its load balancer, it also checks target type, path, port, security group, start period, and
grace period.

Data that could not be read is listed with the missing permission. It is unknown, and never a finding.

Exit codes: 0 no error was found, 1 an error was found, 2 no service was found, something could not be read, or the command line
is not valid.`;

/** `hardened-fargate doctor`: checks the services of an account. */
export const doctorCommand = (): Command => new Command('doctor')
  .description('check services in an AWS account with all guardrails')
  .option('--cluster <name>', 'the cluster of the services')
  .option('--service <name...>', 'check these services only')
  .option('--all', 'check every service of the cluster or the Region')
  .option('--region <region>', 'the AWS Region')
  .option('--profile <name>', 'the profile of the AWS CLI')
  .addOption(new Option('--json', 'print JSON, for programs').conflicts(['markdown', 'sarif']))
  .addOption(new Option('--markdown', 'print Markdown, for tickets').conflicts('sarif'))
  .option('--sarif', 'print findings as SARIF 2.1.0')
  .addOption(new Option('--why-not-starting', 'check each step of the start of one task; needs --cluster and --task')
    .conflicts(['service', 'all', 'markdown', 'sarif', 'baseline', 'writeBaseline']))
  .option('--task <id>', 'the task that does not start; an ARN also names the cluster and the Region')
  .option('--policy', 'print only the IAM policy that the command needs with these options')
  .option('--baseline <file>', 'report only findings that are not recorded in this file')
  .option('--write-baseline <file>', 'record the current findings in this file')
  .addOption(colourOption())
  .addHelpText('after', CHECKS)
  .action(examineServices);

async function examineServices(given: DoctorOptions, command: Command): Promise<void> {
  const options = placedByArn(given, given.task ?? given.service?.[0]);
  const { region, profile, whyNotStarting, task, policy } = options;
  if (task !== undefined && !whyNotStarting) command.error('error: --task needs --why-not-starting', { exitCode: UNREADABLE });
  if (policy) return print(doctorPolicy(options));
  const account = openWatched({ region, profile }, BOUNDS);
  await (whyNotStarting ? reportStart(account, options, command) : reportServices(account, options, command));
}

async function reportStart(account: Account, { cluster, task, json }: DoctorOptions, command: Command): Promise<void> {
  if (cluster === undefined || task === undefined) {
    command.error('error: --why-not-starting needs --cluster and --task', { exitCode: UNREADABLE });
  }
  await printStartUp(account, cluster, task, json ?? false);
}

async function reportServices(account: Account, options: DoctorOptions, command: Command): Promise<void> {
  const { cluster, service: services, all } = options;
  if (cluster === undefined && (all === undefined || services !== undefined)) {
    command.error('error: name a cluster with --cluster, or use --all for every service of the Region', { exitCode: UNREADABLE });
  }
  const comparing = await openBaseline(options);
  if (comparing instanceof UnreadableInput) return printUnreadable([comparing]);
  const examination = await examine(account, { cluster, services });
  const { fresh, problems: ofBaseline } = await againstRecorded(examination, comparing);
  const problems = [...ofBaseline, ...notFound(examination, options)];
  const report = written(asPrinted(fresh), options);
  if (report !== '') print(report);
  for (const problem of problems) tell(problem);
  process.exitCode = problems.length > 0 ? UNREADABLE : exitCodeOf(fresh);
}

/** Reasons of AWS and names in the account, without secrets and signs that a terminal obeys. */
const asPrinted = (examination: Examination): Examination => ({
  ...mapRedacted({ ...examination, services: undefined }),
  services: examination.services?.map(({ findings, ...service }) => ({ ...mapRedacted(service), findings: findings.map(asShown) })),
});

/** What was named and is not there. */
function notFound({ services, gaps }: Examination, { cluster, service: names = [] }: DoctorOptions): readonly string[] {
  if (services === undefined) {
    return gaps.length > 0 ? [] : [`${cluster ?? 'no cluster'}: not found in the Region; check --region and --profile`];
  }
  const isListed = gaps.every(({ source }) => !source.endsWith('Services'));
  if (services.length + names.length === 0 && isListed) return [`${cluster ?? 'the Region'}: has no services`];
  return names.filter(name => services.every(({ arn, name: whole }) => arn !== name && !whole.endsWith(`/${name}`)))
    .map(name => `${name}: not found in the cluster`);
}

function written(examination: Examination, { json, markdown, sarif, colour }: DoctorOptions): string {
  if (sarif) {
    const fresh = eachOnce((examination.services ?? []).flatMap(({ findings }) => findings));
    return findingsAsSarif({ fresh, known: [] }, examination.gaps.length === 0);
  }
  if (json) return examinationAsJson(examination);
  if (markdown) return examinationAsMarkdown(examination);
  return examinationAsText(examination, styleOf(colour));
}

/** An error weighs more than something that could not be read, because it is certain. */
function exitCodeOf({ services, gaps }: Examination): number {
  if (services === undefined || services.length === 0) return UNREADABLE;
  const findings = services.flatMap(service => service.findings);
  if (findings.some(({ level }) => level === 'error') || services.some(({ problems }) => problems.length > 0)) return FAULTY;
  return gaps.length > 0 || findings.some(mayRunUnjudged) ? UNREADABLE : 0;
}
