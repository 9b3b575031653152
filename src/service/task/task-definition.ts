import { Size } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { containerHealthCheck } from './container-health-check';
import { grantPullByName } from './image-source';
import { restOfMemory } from './memory-limit';
import { taskRoles, type TaskRoles } from './task-roles';
import { mountWritablePaths } from './writable-paths';
import type { HardenedFargateServiceProps } from '../options/hardened-fargate-service-props';
import type { Removal } from '../placement/removal';
import type { Timing } from '../placement/timing';
import { requireEnvironment } from '../validation/require-environment';
import { taskSizeOf } from '../validation/require-task-size';

const CONTAINER_ID = 'app';

/** The task of a hardened service, and what belongs to it. */
export interface HardenedTask extends TaskRoles {
  readonly taskDefinition: ecs.FargateTaskDefinition;
  readonly container: ecs.ContainerDefinition;
  readonly logGroup: logs.LogGroup;
}

/** What is settled about a task before it is defined. */
export interface TaskSettings {
  readonly timing: Timing;
  readonly removal: Removal;
  readonly portMappings?: ecs.PortMapping[];
  /** What ECS Exec takes, where people may open sessions. */
  readonly sessions?: iam.PolicyDocument;
}

/** Defines a task whose container can write nowhere but where it is allowed to, and that says what it does. */
export function hardenedTask(scope: Construct, props: HardenedFargateServiceProps, settings: TaskSettings): HardenedTask {
  const { timing, removal, sessions, portMappings } = settings;
  const { environment = {}, secrets = {} } = props;
  requireEnvironment(environment, secrets);

  const roles = taskRoles(scope, sessions);
  const taskDefinition = new ecs.FargateTaskDefinition(scope, 'TaskDefinition', {
    ...taskSizeOf(props.cpu, props.memoryLimitMiB),
    ...roles,
    runtimePlatform: {
      operatingSystemFamily: ecs.OperatingSystemFamily.LINUX,
      cpuArchitecture: props.cpuArchitecture ?? ecs.CpuArchitecture.X86_64,
    },
  });
  const logGroup = applicationLog(scope, props, removal);
  const container = taskDefinition.addContainer(CONTAINER_ID, {
    image: props.image,
    memoryLimitMiB: restOfMemory(taskDefinition, CONTAINER_ID),
    command: props.command,
    entryPoint: props.entryPoint,
    environment,
    secrets,
    user: props.user,
    portMappings,
    healthCheck: props.healthCheck && containerHealthCheck(props.healthCheck, timing.startupTime),
    stopTimeout: timing.stopTimeout,
    readonlyRootFilesystem: true,
    // A process that reaps others and passes signals on: without it, Exec sessions leave zombies behind.
    linuxParameters: new ecs.LinuxParameters(scope, 'LinuxParameters', { initProcessEnabled: true }),
    logging: ecs.LogDrivers.awsLogs({
      logGroup,
      streamPrefix: 'service',
      // An application that blocks on its own log stops serving when CloudWatch does; it rather loses lines beyond the buffer.
      mode: ecs.AwsLogDriverMode.NON_BLOCKING,
      maxBufferSize: Size.mebibytes(25),
    }),
  });
  grantPullByName(container, props.image, roles.executionRole);
  mountWritablePaths(container, props.writablePaths ?? ['/tmp'], sessions !== undefined);
  return { ...roles, taskDefinition, container, logGroup };
}

/**
 * The log outlives the service, because it is read when things have gone wrong.
 *
 * It has CloudWatch's own encryption, which is always on, unless a key is given: a mistake in the policy of a key stops
 * every task from starting, and a key costs more than most logs.
 */
function applicationLog(scope: Construct, props: HardenedFargateServiceProps, { records }: Removal): logs.LogGroup {
  return new logs.LogGroup(scope, 'LogGroup', {
    retention: props.logRetention ?? logs.RetentionDays.THREE_MONTHS,
    encryptionKey: props.logEncryptionKey,
    removalPolicy: records,
  });
}
