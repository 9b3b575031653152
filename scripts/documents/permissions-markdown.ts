import { readFileSync } from 'node:fs';
import { DOCTOR_READS } from '../../src/account/doctor-reads';
import { livePolicy } from '../../src/cli/live/gather-live';
import { incidentsPolicy } from '../../src/cli/live/read-incidents';
import { accountRead, isReadAction, type ReadAction } from '../../src/evidence/collect/account-reads';
import { type Granted, readPolicy } from '../../src/evidence/collect/read-policy';
import { COLLECTORS, LATER } from '../../src/evidence/collectors/catalogue';
import type { Collector } from '../../src/evidence/collectors/collector';
import { VERIFY_READS } from '../../src/verify/verify';

const FILE = 'docs/PERMISSIONS.md';
const BEGIN = '<!-- from src/evidence/collectors -->';

/** The page about permissions, with what the stop analyzer reads as the collectors declare it. */
export function permissionsWithReads(): string {
  const [before, rest] = readFileSync(FILE, 'utf8').split(BEGIN);
  if (rest === undefined) throw new Error(`'${FILE}' has no '${BEGIN}', but what the analyzer reads is printed after it; put it back`);
  return [before, BEGIN, '\n\n', readsAsMarkdown(), '\n', commandsAsMarkdown()].join('');
}

/** Every call that each command can make, as its `--policy` prints them. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  'diagnose --cluster': actionsIn(livePolicy({ since: 0 })),
  'doctor': [...DOCTOR_READS, 'ecs:DescribeTasks'],
  'verify': VERIFY_READS,
  'incidents': actionsIn(incidentsPolicy({})),
};

function actionsIn(policy: string): readonly string[] {
  const { Statement } = JSON.parse(policy) as { readonly Statement: readonly { readonly Action: readonly string[] }[] };
  return Statement.flatMap(({ Action }) => Action);
}

const commandsAsMarkdown = (): string => [
  '## What the commands read',
  '',
  'The credentials that run a command need these permissions. The option `--policy` of each of these commands prints them as an IAM policy.',
  '',
  `| action | reads | ${Object.keys(COMMANDS).map(name => `\`${name}\``).join(' | ')} |`,
  `|---|---|${Object.keys(COMMANDS).map(() => '---').join('|')}|`,
  ...[...new Set(Object.values(COMMANDS).flat())].filter(isReadAction).sort().map(action =>
    `| \`${action}\` | ${accountRead(action).tells} | ${Object.values(COMMANDS).map(calls => calls.includes(action) ? 'yes' : '').join(' | ')} |`),
  '',
].join('\n');

/** In the first look, and in the second one some minutes later. */
const EVERY: readonly Collector[] = [...COLLECTORS, ...LATER];

const readsAsMarkdown = (): string => [
  '| `EvidenceSource` | evidence | calls |',
  '|---|---|---|',
  ...EVERY.map(({ name, tells, calls }) => `| \`${name}\` | ${tells} | ${calls.map(call => `\`${call}\``).join(', ')} |`),
  '',
  'IAM does not support a single resource for some of these calls, or the resource is known only when a task stops:',
  '',
  '| action | resource | granted to | reason |',
  '|---|---|---|---|',
  ...[...[...wildcardsWith({ clusters: ['…'] }), ...wildcardsWith({ clusters: ['*'] }).filter(isOfAnyCluster)].map(row), ...rowsOfMembers()].sort(),
  '',
].join('\n');

interface Wildcard {
  readonly action: ReadAction;
  readonly resource: string;
}

/** What collectors read that IAM does not name whole, where these clusters are known at synthesis. */
const wildcardsWith = (granted: Pick<Granted, 'clusters'>): readonly Wildcard[] =>
  readPolicy(EVERY.flatMap(({ calls }) => calls), { partition: '…', region: '…', account: '…', logGroups: ['…'], ...granted })
    .filter(({ resources: [resource] }) => resource.includes('*'))
    .flatMap(({ actions, resources: [resource] }) => actions.map(action => ({ action, resource })));

/** What the reader role of a member account may read by default: the same, in every Region. */
const rowsOfMembers = (): readonly string[] =>
  readPolicy(EVERY.filter(({ name }) => name !== 'log').flatMap(({ calls }) => calls), { partition: '…', account: '…' })
    .flatMap(({ actions, resources: [resource] }) => actions.map(action => ({ action, resource })))
    .filter(({ resource }) => resource.includes(':*:'))
    .map(({ action, resource }) =>
      `| \`${action}\` | \`${resource}\` | reader role of a member account | one role serves every Region; it reads ${accountRead(action).tells} |`);

function row(wildcard: Wildcard): string {
  const { action, resource } = wildcard;
  const role = isOfAnyCluster(wildcard) ? 'role of the stop analyzer of several stacks, or of an account' : 'role of the stop analyzer';
  return `| \`${action}\` | \`${resource.replace(':…:…:', ':…:')}\` | ${role} | ${because(wildcard)}; it reads ${accountRead(action).tells} |`;
}

const isOfAnyCluster = ({ resource }: Wildcard): boolean => resource.includes('/*/');

/** Why an action is granted on more than one thing. */
function because(wildcard: Wildcard): string {
  const { resource, inCluster } = accountRead(wildcard.action);
  if (isOfAnyCluster(wildcard)) return 'the analyzer does not refer to the services of other stacks';
  if (resource === undefined) return inCluster ? 'IAM supports only the cluster as a condition' : 'IAM supports no resource for this action';
  if (resource.includes('{cluster}')) return 'the analyzer reads everything in the clusters of its services';
  return resource.includes('{log-group}') ? 'each task has its own stream in the log group' : 'the resources of a task are known only when it stops';
}
