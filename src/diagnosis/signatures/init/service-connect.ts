import type { Evidence } from '../../../evidence/model/evidence';
import { describeService, tailLogs } from '../../advice/commands';
import { inLog, inStopReason, together } from '../../matching/wording';
import type { Clue, Signature } from '../../model/signature';

/** The proxy of Service Connect is not well. */
export const initServiceConnect: Signature = {
  cause: 'init/service-connect',
  atBest: 'likely',
  retriable: null,
  says: 'The Service Connect proxy of the task exited or did not become healthy. Add about 256 CPU units and 64 MiB to '
    + 'the task for it. Read its log, and compare its ports and names with the port mappings.',
  toConfirm: 'Read the status and the log of the container ecs-service-connect-*. If it exited, is UNHEALTHY, or logs a '
    + 'failed readiness check, this is the cause.',
  reads: ['stop', 'log'],
  oftenConfused: ['exit/sidecar', 'init/service-discovery'],
  stopFamilies: { 'Service Connect': 1 },
  suspectChanges: ['execution role', 'task role', 'containers'],
  seenIn: [
    { stoppedReason: 'ResourceInitializationError: failed to initialize Service Connect' },
    {
      log: [
        '[warning][config] StreamAggregatedResources gRPC config stream to '
          + 'unix:///var/run/ecs/relay/envoy_xds.sock closed: 13, Unauthorized to perform ecs:Poll for '
          + 'arn:aws:ecs:eu-central-1:111122223333:task-set/web/web/ecs-svc/9368177202654896554.',
      ],
    },
    {
      log: [
        '[error] [AppNet Agent] Envoy readiness check failed with: Get "http://127.0.0.1:9901/ready": context '
          + 'deadline exceeded (Client.Timeout exceeded while awaiting headers)',
      ],
    },
  ],
  clues: together(
    inStopReason({
      sure: 'likely',
      says: 'the task waits for Service Connect',
      words: [
        'Service Connect',
        'ServiceConnect',
        'service-connect',
        'appnet',
      ],
      unless: ['service-connect-agent:interface'],
    }),
    inLog(
      {
        sure: 'likely',
        says: 'the Service Connect proxy is not ready',
        words: [
          'AppNet Agent … readiness check failed',
          'AppNet Agent … failed',
          'AppNet Agent … exited',
          'Unauthorized to perform ecs:Poll',
        ],
      },
      { sure: 'possible', says: 'the Service Connect proxy lost its configuration', words: ['ecs/relay/envoy_xds'] },
    ),
    unhealthyProxy,
  ),
  actions: evidence => [
    {
      title: 'Read the log of the proxy and its configuration.',
      commands: [
        tailLogs(evidence, 'ecs-service-connect'),
        `${describeService(evidence)} --query 'services[].deployments[].serviceConnectConfiguration'`,
      ],
      prop: null,
    },
    { title: 'Increase the CPU and memory of the task.', commands: [], prop: 'cpu' },
  ],
};

function unhealthyProxy({ task }: Evidence): readonly Clue[] {
  const proxy = task.containers.find(({ name, healthStatus }) => name?.startsWith('ecs-service-connect') && healthStatus === 'UNHEALTHY');
  return proxy
    ? [
      { confidence: 'likely', source: `container ${proxy.name}`, quote: 'UNHEALTHY', says: 'the Service Connect proxy is not healthy' },
    ]
    : [];
}
