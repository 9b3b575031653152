import { RemovalPolicy, Size } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { containerHealthCheck } from './container-health-check';
import type { HardenedFargateServiceProps } from './hardened-fargate-service-props';
import { restOfMemory } from './memory-limit';
import { requireEnvironment } from './require-environment';
import { taskSizeOf } from './require-task-size';
import { type TaskRoles, taskRoles } from './task-roles';
import type { Timing } from './timing';
import { mountWritablePaths } from './writable-paths';

const CONTAINER_ID = 'app';

/** The task of a hardened service, and what belongs to it. */
export interface HardenedTask extends TaskRoles {
  readonly taskDefinition: ecs.FargateTaskDefinition;
  readonly container: ecs.ContainerDefinition;
  readonly logGroup: logs.LogGroup;
}

/** Defines a task whose container can write nowhere but where it is allowed to, and that says what it does. */
export function hardenedTask(
  scope: Construct,
  props: HardenedFargateServiceProps,
  timing: Timing,
  enableExecuteCommand: boolean,
): HardenedTask {
  const { environment = {}, secrets = {} } = props;
  requireEnvironment(environment, secrets);

  const roles = taskRoles(scope);
  const taskDefinition = new ecs.FargateTaskDefinition(scope, 'TaskDefinition', {
    ...taskSizeOf(props.cpu, props.memoryLimitMiB),
    ...roles,
    runtimePlatform: {
      operatingSystemFamily: ecs.OperatingSystemFamily.LINUX,
      cpuArchitecture: props.cpuArchitecture ?? ecs.CpuArchitecture.X86_64,
    },
  });
  const logGroup = applicationLog(scope);
  const container = taskDefinition.addContainer(CONTAINER_ID, {
    image: props.image,
    memoryLimitMiB: restOfMemory(taskDefinition, CONTAINER_ID),
    command: props.command,
    entryPoint: props.entryPoint,
    environment,
    secrets,
    user: props.user,
    portMappings: props.containerPort === undefined ? undefined : [{ containerPort: props.containerPort }],
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
  mountWritablePaths(container, props.writablePaths ?? ['/tmp'], enableExecuteCommand);
  return { ...roles, taskDefinition, container, logGroup };
}

/**
 * The log outlives the service, because it is read when things have gone wrong.
 *
 * It has CloudWatch's own encryption, which is always on. A key of its own would let a mistake in the key's policy stop
 * every task from starting, and cost more than most logs.
 */
function applicationLog(scope: Construct): logs.LogGroup {
  return new logs.LogGroup(scope, 'LogGroup', {
    retention: logs.RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}
