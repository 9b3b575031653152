import type { Evidence } from '../../../evidence/model/evidence';
import { describeContainers, tailLogs } from '../../advice/commands';
import { ofThisTask } from '../../clues/health-events';
import { inLog, inStopReason, together, type Wording } from '../../matching/wording';
import type { Clue, Signature } from '../../model/signature';

const WORDING: Wording = {
  sure: 'likely',
  says: 'the health check command of a container failed',
  words: [
    'failed container health checks',
    'container health check',
    'failed its health check',
    'replaced # tasks due to an unhealthy status',
    'SERVICE_DISCOVERY_INSTANCE_UNHEALTHY',
  ],
};
/** What the command of a health check prints of a server that does not answer inside the container. */
const OUTPUT: Wording = {
  sure: 'likely',
  says: 'the health check got no response inside the container',
  words: [
    'Connecting to (localhost|127.0.0.1) … connect to remote host',
    "connecting to (localhost|127.0.0.1) … can't connect",
    'curl: (7) Failed to connect to (localhost|127.0.0.1)',
  ],
};

const failed = together(ofThisTask(WORDING, inStopReason(WORDING)), inLog(OUTPUT), unhealthyContainer);

/** The health check command of a container failed. */
export const healthContainer: Signature = {
  cause: 'health/container',
  atBest: 'likely',
  retriable: null,
  says: 'The health check command of an essential container failed too many times in a row. Run the command in the '
    + 'container. Set a startPeriod that covers the startup time, and a timeout that the command can meet.',
  toConfirm: 'Run the health check command in a running task with ECS Exec. '
    + 'An exit code other than 0, or a run longer than its timeout, confirms it.',
  reads: ['stop', 'log', 'serviceEvents'],
  isSymptom: true,
  oftenConfused: ['health/container-command', 'app/dependency-unreachable'],
  stopFamilies: { 'container health check': 1 },
  consolePages: ['service'],
  suspectChanges: ['health check', 'ports', 'image', 'command', 'environment'],
  seenIn: [
    { stoppedReason: 'Task failed container health checks', stopCode: 'ServiceSchedulerInitiated' },
    { serviceEvent: '(service web) (task 0123456789abcdef0123456789abcdef) failed container health checks.' },
  ],
  clues: failed,
  actions: evidence => [
    {
      title: 'Read the health check and the last lines of the container.',
      commands: [
        describeContainers(evidence, 'healthCheck'),
        tailLogs(evidence),
      ],
      prop: 'healthCheck',
    },
    { title: 'If the application starts slowly, increase the startup time.', commands: [], prop: 'startupTime' },
  ],
};

function unhealthyContainer({ task }: Evidence): readonly Clue[] {
  const unhealthy = task.containers.find(({ healthStatus }) => healthStatus === 'UNHEALTHY');
  return unhealthy
    ? [
      {
        confidence: 'possible',
        source: `container ${unhealthy.name ?? ''}`.trim(),
        quote: 'UNHEALTHY',
        says: 'the health check of this container fails',
      },
    ]
    : [];
}
