import { CfnParameter, Fn } from 'aws-cdk-lib';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type { BadConfiguration } from '../configuration';
import { CHECKED, HEALTH_CHECK, WITH_SECRET, WITH_SIDECAR, worker, WORKER } from './twins';
import { byAspect, override, remove, spoil } from '../parts/spoil';

const TASK = 'AWS::ECS::TaskDefinition';
const CONTAINER = 'ContainerDefinitions.0';

const variables = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`SETTING_${index}`, String(index)]));

/** Containers that do not start, do not stay, or do not say what they do. */
export const CONTAINERS: readonly BadConfiguration[] = [
  {
    sentence: 'a container without logs',
    foundBy: ['container-logging'],
    twin: WORKER,
    declare: worker(() => ({ container: { logging: undefined } })),
  },
  {
    sentence: 'a sidecar without logs',
    foundBy: ['container-logging'],
    ...remove(WITH_SIDECAR, TASK, 'ContainerDefinitions.1.LogConfiguration'),
  },
  {
    sentence: 'an awslogs log driver without a delivery mode',
    foundBy: ['log-delivery-mode'],
    ...remove(WORKER, TASK, `${CONTAINER}.LogConfiguration.Options.mode`),
  },
  {
    sentence: 'a log group without a retention period',
    foundBy: ['log-retention'],
    ...remove(WORKER, 'AWS::Logs::LogGroup', 'RetentionInDays'),
  },
  {
    sentence: 'a NoEcho parameter in an environment variable',
    foundBy: ['no-secrets-in-environment'],
    twin: WORKER,
    declare: worker(stack => ({
      container: { environment: { SMTP_LOGIN: Fn.join(':', ['shop', new CfnParameter(stack, 'Smtp', { noEcho: true }).valueAsString]) } },
    })),
  },
  {
    sentence: 'a credential from a parameter in an environment variable',
    asksForValues: true,
    foundBy: ['no-secrets-in-environment'],
    twin: WORKER,
    declare: worker(stack => ({ container: { environment: { DB_PASSWORD: new CfnParameter(stack, 'Password').valueAsString } } })),
  },
  {
    sentence: 'a credential in an environment variable',
    foundBy: ['no-secrets-in-environment'],
    twin: WORKER,
    declare: worker(() => ({ container: { environment: { DB_PASSWORD: 'correct-horse-battery-staple' } } })),
  },
  {
    sentence: 'a credential in a connection string of an environment variable',
    foundBy: ['no-secrets-in-environment'],
    ...override(WORKER, TASK, `${CONTAINER}.Environment`, [{ Name: 'BACKEND', Value: 'postgres://shop:correct-horse-battery@db.example.com/shop' }]),
  },
  {
    sentence: 'more environment variables than ECS allows',
    foundBy: ['environment-fits'],
    twin: WORKER,
    declare: worker(() => ({ container: { environment: variables(101) } })),
  },
  {
    sentence: 'a secret reference that is neither an ARN nor a parameter name',
    foundBy: ['secret-reference-valid'],
    breaksToo: ['execution-role-reads-secrets'],
    ...override(WITH_SECRET, TASK, `${CONTAINER}.Secrets`, [{ Name: 'TOKEN', ValueFrom: 'https://example.com/token' }]),
  },
  {
    sentence: 'a task definition without an essential container',
    foundBy: ['essential-container'],
    ...override(WORKER, TASK, `${CONTAINER}.Essential`, false),
  },
  {
    sentence: 'a HEALTHY dependency on a container without a health check',
    foundBy: ['dependency-has-health-check'],
    ...remove(WITH_SIDECAR, TASK, 'ContainerDefinitions.1.HealthCheck'),
  },
  {
    sentence: 'two containers that depend on each other',
    foundBy: ['dependency-has-health-check'],
    ...override(WITH_SIDECAR, TASK, 'ContainerDefinitions.1.DependsOn', [{ ContainerName: 'app', Condition: 'START' }]),
  },
  {
    sentence: 'a SUCCESS dependency on an essential container',
    foundBy: ['dependency-has-health-check'],
    ...override(WITH_SIDECAR, TASK, `${CONTAINER}.DependsOn`, [{ ContainerName: 'proxy', Condition: 'SUCCESS' }]),
  },
  {
    sentence: 'a container health check interval below the minimum of ECS',
    foundBy: ['health-check-limits'],
    ...override(CHECKED, TASK, `${CONTAINER}.HealthCheck.Interval`, 3),
  },
  {
    sentence: 'a container health check without a start period',
    foundBy: ['health-check-start-period'],
    twin: CHECKED,
    declare: worker(() => ({ container: { healthCheck: { ...HEALTH_CHECK, startPeriod: undefined } } })),
  },
  {
    sentence: 'a container without a stop timeout',
    foundBy: ['stop-timeout-limits'],
    twin: WORKER,
    declare: worker(() => ({ container: { stopTimeout: undefined } })),
  },
  {
    sentence: 'a stop timeout above the Fargate maximum',
    foundBy: ['stop-timeout-limits'],
    ...byAspect(WORKER, TASK, `${CONTAINER}.StopTimeout`, 300),
  },
  {
    sentence: 'a container that runs as root',
    foundBy: ['non-root-user'],
    twin: WORKER,
    declare: worker(() => ({ container: { user: 'root' } })),
  },
  {
    sentence: 'a container that runs as user 0',
    foundBy: ['non-root-user'],
    ...override(WORKER, TASK, `${CONTAINER}.User`, '0:65532'),
  },
  {
    sentence: 'a container with a writable root file system',
    foundBy: ['read-only-root'],
    twin: WORKER,
    declare: worker(() => ({ container: { readonlyRootFilesystem: undefined } })),
  },
  {
    sentence: 'a container with a writable root file system, set by an escape hatch',
    foundBy: ['read-only-root'],
    ...override(WORKER, TASK, `${CONTAINER}.ReadonlyRootFilesystem`, false),
  },
  {
    sentence: 'a container without a memory limit',
    foundBy: ['container-memory-limit'],
    ...spoil(WITH_SIDECAR, stack => {
      const task = stack.node.findChild('Task').node.defaultChild as ecs.CfnTaskDefinition;
      task.addPropertyDeletionOverride('ContainerDefinitions.1.Memory');
    }),
  },
  {
    sentence: 'a container with a higher memory limit than its task',
    foundBy: ['container-memory-fits'],
    ...spoil(WITH_SIDECAR, stack => {
      const task = stack.node.findChild('Task') as ecs.FargateTaskDefinition;
      (task.node.defaultChild as ecs.CfnTaskDefinition).addPropertyOverride('ContainerDefinitions.1.Memory', 4096);
    }),
  },
];
