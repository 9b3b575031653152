import { aws, describeService } from '../../advice/commands';
import { inServiceEvents, inStopReason, together, type Wording } from '../../matching/wording';
import type { Signature } from '../../model/signature';

const WORDING: Wording = {
  sure: 'likely',
  says: 'the task was not registered in Cloud Map',
  words: [
    'service discovery',
    'ServiceDiscovery',
    'SERVICE_DISCOVERY',
    'Cloud Map',
    'servicediscovery:',
    'service registr',
    'RegisterInstance',
  ],
  unless: ['OPERATION_THROTTLED', 'SERVICE_DISCOVERY_INSTANCE_UNHEALTHY'],
};

/** The task was not entered in Cloud Map. */
export const initServiceDiscovery: Signature = {
  cause: 'init/service-discovery',
  atBest: 'likely',
  retriable: true,
  says: 'ECS could not register the task in Cloud Map. Check that its namespace and service exist, and whether a Cloud '
    + 'Map quota or API rate limit is reached.',
  toConfirm: 'Look up the service registries of the service in Cloud Map. If the namespace or service is missing, or a quota '
    + 'is reached, this is the cause.',
  reads: ['stop', 'serviceEvents'],
  oftenConfused: ['init/service-connect'],
  stopFamilies: { 'service discovery': 1 },
  suspectChanges: ['execution role', 'task role', 'containers'],
  seenIn: [
    { stoppedReason: 'Timeout waiting for service discovery instance provisioning to complete.' },
    { serviceEvent: '(service web) failed to register instance in service discovery: ServiceNotFound' },
  ],
  clues: together(inStopReason(WORDING), inServiceEvents({ ...WORDING, sure: 'possible' })),
  actions: evidence => [
    {
      title: 'Look up the service registry.',
      commands: [`${describeService(evidence)} --query 'services[].serviceRegistries'`, aws(evidence, 'servicediscovery list-services')],
      prop: null,
    },
  ],
};
