import { describeService, describeTaskDefinition } from '../../advice/commands';
import { fields } from '../../advice/query';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';
import { REFUSED_REQUEST } from '../../vocabulary/refused-request';

/** The task and the place where it is to run do not fit. */
export const capacityConfiguration: Signature = {
  cause: 'capacity/configuration',
  atBest: 'certain',
  retriable: false,
  says: 'The task definition is not compatible with the launch type or the capacity provider. Compare its '
    + 'compatibilities, size, and platform with the launch type or the capacity providers of the service.',
  toConfirm: 'Compare requiresCompatibilities, cpu, and memory of the task definition with the launch type or capacity provider. '
    + 'If FARGATE is missing, or Fargate does not offer that size, this is the cause.',
  reads: ['stop', 'serviceEvents'],
  concerns: 'service',
  broader: 'deploy/request-rejected',
  oftenConfused: ['capacity/unavailable', 'capacity/quota'],
  stopFamilies: { placement: 1 },
  consolePages: ['service'],
  seenIn: [
    { stoppedReason: 'The selected task definition is not compatible with the selected compute strategy' },
    { stoppedReason: 'No Fargate configuration exists for given values' },
  ],
  clues: inStopReason(
    {
      sure: 'certain',
      says: 'the task definition is not compatible with the launch type or capacity provider',
      words: [
        'not compatible with the selected compute',
        'No Fargate configuration exists',
        'platform version … not supported',
        'does not support the required',
        'is not supported for Fargate',
        'Fargate only supports',
        'Fargate requires',
        'not supported on Fargate',
      ],
      unless: ['volume', 'sourcePath'],
    },
    {
      sure: 'certain',
      says: 'ECS rejected the settings of the task or the service',
      words: [
        'PlatformTaskDefinitionIncompatibilityException',
        'PlatformUnknownException',
        'specified platform (version|) does not exist',
        'requested (capabilities|compatibilities) are not supported',
        'does not satisfy the task definition',
        'capacity provider that is not associated with the cluster',
        'specified capacity provider … (was not found|does not exist)',
        'does not support launch_type',
        "Invalid '(cpu|memory)' setting for task",
        'Network Configuration must be provided when networkMode',
        'incompatible with the awsvpc network mode',
        'UnsupportedFeatureException',
        'network mode … not (supported|compatible) with … launch type',
        'not support the FARGATE launch type',
        'is not supported for (the |)(FARGATE|launch type)',
        'cannot specify both launch type and capacity provider',
        'launch type … capacity provider strategy … (not|cannot|both)',
        'service cannot have … Classic load balancers',
        'does not have a container port',
        'tasks using the Fargate launch type … (not|do not)',
        'when the launch type is (not |)FARGATE',
        'specified when launchType',
        'for Fargate launch type',
      ],
      unless: ['volume', 'sourcePath', 'log driver', 'logging driver'],
    },
    {
      sure: 'likely',
      says: 'the only documented reason is a subnet in an Availability Zone without Fargate',
      words: [
        'unable to place a task. Reason: Internal error',
        'Reason: Internal error',
      ],
    },
    {
      sure: 'likely',
      says: 'the ECS API rejected the request',
      words: [
        '(InvalidParameter|Client)Exception … (Fargate|launch type|platform version|task definition|for '
          + 'container|capacity provider|network mode)',
      ],
      unless: [
        'assume the role',
        'PassRole',
        'CannotPull',
        'ResourceInitialization',
        'secret',
        'log group',
        'EFS',
        'concurrent',
        'limit',
        'volume',
        'draining',
        ...REFUSED_REQUEST,
      ],
    },
    {
      sure: 'likely',
      says: 'ECS rejected the task definition',
      words: [
        'ClientException … calling the RegisterTaskDefinition operation',
        'ECS: RegisterTaskDefinition … ClientException',
        '(registering|register|creating ECS) task definition … ClientException',
        'Invalid request provided: Create TaskDefinition',
        'Cannot depend on container … because it does not exist',
      ],
      unless: ['assume the role', 'PassRole', 'not authorized', 'Rate exceeded', 'Too many concurrent', 'log driver', 'logging driver'],
    },
    {
      sure: 'possible',
      says: 'ECS cannot place tasks with the settings of the service or of the cluster',
      words: [
        'was unable to reach steady state',
        'SERVICE_TASK_CONFIGURATION_FAILURE',
        'SERVICE_TASK_PLACEMENT_FAILURE',
        'PLACEMENT_CONSTRAINT',
        'Unable to launch instance',
        'no container instance met',
        'No Container Instances were found',
        'no container instances in your cluster',
      ],
      unless: ['protected tasks', 'under protection'],
    },
  ),
  actions: evidence => [
    {
      title: 'Compare the task definition with the service.',
      commands: [
        `${describeTaskDefinition(evidence)} --query `
          + `'taskDefinition.${fields('requiresCompatibilities', 'cpu', 'memory', 'runtimePlatform')}'`,
        `${describeService(evidence)} --query `
          + `'services[].${fields('launchType', 'capacityProviderStrategy', 'platformVersion', 'deploymentConfiguration')}'`,
      ],
      prop: 'capacity',
    },
  ],
};
