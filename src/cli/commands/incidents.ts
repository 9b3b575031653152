import { Command, Option } from 'commander';
import { incidentsAsText } from './incidents-as-text';
import { mapRedacted } from '../../evidence/clean/map-redacted';
import { milliseconds } from '../live/live-target';
import { incidentsPolicy, readIncidents } from '../live/read-incidents';
import { openWatched } from '../live/watched-account';
import { UNREADABLE } from '../terminal/exit-code';
import { print, tell } from '../terminal/print';

interface IncidentsOptions {
  readonly cluster?: string;
  /** In milliseconds. */
  readonly since: number;
  readonly table?: string;
  readonly region?: string;
  readonly profile?: string;
  readonly json?: true;
  readonly policy?: true;
}

const BOUNDS = { callSeconds: 10, budgetSeconds: 60, atOnce: 8 };

const EXPLAINS = `
Lists the incidents of the stop analyzers in the Region. Stops of one service with the same cause and the same message are one
incident. Each incident includes the result of the second look, some minutes after the stop. The command finds the table of each
analyzer by its name; --table selects one.

Exit codes: 0 done, 2 something could not be read, or the command line is not valid.`;

/** `hardened-fargate incidents`: the incidents of a cluster. */
export const incidentsCommand = (): Command => new Command('incidents')
  .description('list the incidents of a cluster')
  .option('--cluster <name>', 'the cluster of the services')
  .addOption(new Option('--since <duration>', 'only incidents with a stop in this time, such as 90m, 24h or 7d')
    .default(milliseconds('24h'), '24h').argParser(milliseconds))
  .option('--table <name>', 'the table of one analyzer')
  .option('--region <region>', 'the AWS Region')
  .option('--profile <name>', 'the profile of the AWS CLI')
  .option('--json', 'print JSON, for programs')
  .option('--policy', 'print only the IAM policy that the command needs with these options')
  .addHelpText('after', EXPLAINS)
  .action(listIncidents);

async function listIncidents({ cluster, since, table, region, profile, json, policy }: IncidentsOptions, command: Command): Promise<void> {
  if (policy) return print(incidentsPolicy({ table, region }));
  if (cluster === undefined) command.error('error: name a cluster with --cluster', { exitCode: UNREADABLE });
  const account = openWatched({ region, profile }, BOUNDS);
  const { incidents, problems } = await readIncidents(account, { cluster, table, since: new Date(Date.now() - since).toISOString() });
  const shown = incidents.map(mapRedacted);
  const isKnown = shown.length > 0 || problems.length === 0;
  if (json) print(JSON.stringify(shown, undefined, 2));
  else if (isKnown) print(incidentsAsText(shown));
  tellProblems(problems);
}

/** Where something could not be read, nobody knows whether there are other incidents. */
function tellProblems(problems: readonly string[]): void {
  for (const problem of problems) tell(problem);
  if (problems.length > 0) process.exitCode = UNREADABLE;
}
