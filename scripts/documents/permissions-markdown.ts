import { readFileSync } from 'node:fs';
import { DOCTOR_READS } from '../../src/account/doctor-reads';
import { livePolicy } from '../../src/cli/live/gather-live';
import { accountRead, isReadAction, type ReadAction } from '../../src/evidence/collect/account-reads';
import { readPolicy } from '../../src/evidence/collect/read-policy';
import { COLLECTORS } from '../../src/evidence/collectors/catalogue';
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
};

function actionsIn(policy: string): readonly string[] {
  const { Statement } = JSON.parse(policy) as { readonly Statement: readonly { readonly Action: readonly string[] }[] };
  return Statement.flatMap(({ Action }) => Action);
}

const commandsAsMarkdown = (): string => [
  '## What the commands read',
  '',
  'The credentials of whoever runs a command need these; `--policy` of the command prints them as an IAM policy.',
  '',
  `| action | reads | ${Object.keys(COMMANDS).map(name => `\`${name}\``).join(' | ')} |`,
  `|---|---|${Object.keys(COMMANDS).map(() => '---').join('|')}|`,
  ...[...new Set(Object.values(COMMANDS).flat())].filter(isReadAction).sort().map(action =>
    `| \`${action}\` | ${accountRead(action).tells} | ${Object.values(COMMANDS).map(calls => calls.includes(action) ? 'yes' : '').join(' | ')} |`),
  '',
].join('\n');

const readsAsMarkdown = (): string => [
  '| `EvidenceSource` | brings | calls |',
  '|---|---|---|',
  ...COLLECTORS.map(({ name, tells, calls }) => `| \`${name}\` | ${tells} | ${calls.map(call => `\`${call}\``).join(', ')} |`),
  '',
  '| action | on | in | because |',
  '|---|---|---|---|',
  ...readPolicy(COLLECTORS.flatMap(({ calls }) => calls), { partition: '…', region: '…', account: '…', clusters: ['…'], logGroups: ['…'] })
    .filter(({ resources: [resource] }) => resource.includes('*'))
    .flatMap(({ actions, resources: [resource] }) => actions.map(action => row(action, resource)))
    .sort(),
  '',
].join('\n');

const row = (action: ReadAction, resource: string): string =>
  `| \`${action}\` | \`${resource.replace(':…:…:', ':…:')}\` | role of the stop analyzer | ${because(action)}; it reads ${accountRead(action).tells} |`;

/** Why an action is granted on more than one thing. */
function because(action: ReadAction): string {
  const { resource, inCluster } = accountRead(action);
  if (resource === undefined) return inCluster ? 'IAM knows the cluster only, which is in its condition' : 'IAM knows no resource for it';
  if (resource.includes('{cluster}')) return 'whatever runs in the cluster of a service that is watched';
  return resource.includes('{log-group}') ? 'each task has a stream of its own in the log group' : 'what a task refers to is known when it stops';
}
