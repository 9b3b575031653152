import { STOPPED_BY_ECS } from '../../../aws/exit-codes';
import type { Evidence } from '../../../evidence/model/evidence';
import { describeContainers, tailLogs } from '../../advice/commands';
import { helperThatEndedFirst } from '../../clues/helper-container';
import { wasAskedToStop } from '../../clues/stop-request';
import { inLog, together } from '../../matching/wording';
import type { Clue, Signature } from '../../model/signature';

/** A helper ended first and took the task with it. */
export const exitSidecar: Signature = {
  cause: 'exit/sidecar',
  atBest: 'likely',
  retriable: null,
  says: 'An essential sidecar exited first and stopped the task. The application itself did not fail. Fix what the log '
    + 'of the sidecar reports, or set essential to false if the application can run without the sidecar.',
  toConfirm: 'Compare when each container exited, and which containers are essential. '
    + 'If an essential sidecar exited before the application, this is the cause.',
  reads: ['stop', 'log'],
  broader: 'exit/application-error',
  oftenConfused: ['exit/application-error', 'init/service-connect'],
  onlyLogTellsApart: true,
  stopFamilies: { 'Service Connect': 2 },
  consolePages: ['log'],
  suspectChanges: ['image', 'environment', 'secrets', 'command', 'user', 'read-only root', 'essential'],
  seenIn: [
    {
      log: [
        '[2024-05-01 10:00:00.000][1][critical][main] [source/server/server.cc:414] error initializing '
          + 'configuration \'/etc/envoy/envoy.yaml\': Protobuf message has unknown fields',
      ],
    },
    {
      log: [
        'Error: failed to get config: cannot unmarshal the configuration: decoding failed due to the following error(s):',
        'collector server run finished with error',
      ],
    },
  ],
  clues: together(
    helperEnded,
    inLog({
      sure: 'likely',
      says: 'a sidecar reports why it exited',
      words: [
        'error initializing configuration … envoy',
        'collector server run finished with error',
        'cannot setup pipelines',
        'failed to get config: cannot unmarshal',
        'datadog … API key … invalid',
        'You must set an DD_API_KEY',
        'DD_API_KEY environment variable to run',
      ],
      unless: ['permission denied'],
    }),
  ),
  actions: evidence => [
    { title: 'Read the log of the sidecar.', commands: [tailLogs(evidence)], prop: null },
    {
      title: 'Check which containers are essential.',
      commands: [describeContainers(evidence, 'essential', 'image')],
      prop: null,
    },
  ],
};

function helperEnded(evidence: Evidence): readonly Clue[] {
  const helper = helperThatEndedFirst(evidence);
  if (helper?.exitCode === undefined || wasAskedToStop(evidence)) return [];
  const wasKilled = STOPPED_BY_ECS.includes(helper.exitCode) && helper.finishedAt === undefined;
  return [
    {
      confidence: wasKilled ? 'possible' : 'likely',
      source: `container ${helper.name ?? ''}`.trim(),
      quote: `exit code ${helper.exitCode}`,
      says: 'this helper container exited before the application',
    },
  ];
}
