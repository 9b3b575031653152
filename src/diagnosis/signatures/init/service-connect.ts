import { describeService, tailLogs } from '../../commands';
import type { Evidence } from '../../evidence';
import { inLog, inStopReason, together } from '../../matching/wording';
import type { Clue, Signature } from '../../signature';

/** The proxy of Service Connect is not well. */
export const initServiceConnect: Signature = {
  cause: 'init/service-connect',
  atBest: 'likely',
  retriable: null,
  says: 'The Service Connect proxy of the task did not become healthy or ended. Give the task some 256 CPU units and 64 MiB more for it, look at its log, and compare its ports and names with the port mappings.',
  toConfirm: 'Read the log of the container ecs-service-connect-*, which has a log configuration of its own.',
  seenIn: [
    { stoppedReason: 'ResourceInitializationError: failed to initialize Service Connect' },
    { log: ['[error] [AppNet Agent] Envoy readiness check failed with: Get "http://127.0.0.1:9901/ready": context deadline exceeded (Client.Timeout exceeded while awaiting headers)'] },
  ],
  clues: together(
    inStopReason({ sure: 'likely', says: 'the task waits for Service Connect', words: ['Service Connect', 'ServiceConnect', 'service-connect', 'appnet'], unless: ['service-connect-agent:interface'] }),
    inLog({ sure: 'likely', says: 'the proxy of Service Connect is not ready', words: ['AppNet Agent … readiness check failed', 'AppNet Agent … failed', 'AppNet Agent … exited'] }),
    unhealthyProxy,
  ),
  actions: evidence => [
    { title: 'Read the log of the proxy and its configuration.', commands: [tailLogs(evidence, 'ecs-service-connect'), `${describeService(evidence)} --query 'services[].deployments[].serviceConnectConfiguration'`], prop: null },
    { title: 'Give the task more CPU and memory.', commands: [], prop: 'cpu' },
  ],
};

function unhealthyProxy({ task }: Evidence): readonly Clue[] {
  const proxy = task.containers.find(({ name, healthStatus }) => name?.startsWith('ecs-service-connect') && healthStatus === 'UNHEALTHY');
  return proxy ? [{ confidence: 'likely', source: `container ${proxy.name}`, quote: 'UNHEALTHY', says: 'the proxy of Service Connect is not healthy' }] : [];
}
