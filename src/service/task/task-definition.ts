import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { applicationLog, logTo } from './application-log';
import { containerHealthCheck } from './container-health-check';
import { grantEnvironmentFiles } from './environment-files';
import { forProcessor } from './image-platform';
import { grantPullByName } from './image-source';
import { restOfMemory } from './memory-limit';
import { taskRoles, type TaskRoles } from './task-roles';
import { mountWritablePaths } from './writable-paths';
import type { HardenedFargateServiceProps } from '../options/hardened-fargate-service-props';
import type { Removal } from '../placement/removal';
import type { Timing } from '../placement/timing';
import { requireEnvironment } from '../validation/require-environment';
import { ephemeralStorageOf } from '../validation/require-storage';
import { taskSizeOf } from '../validation/require-task-size';

const CONTAINER_ID = 'app';

/** The props of a service that says itself what it runs. */
type DescribedTask = HardenedFargateServiceProps & Required<Pick<HardenedFargateServiceProps, 'image'>>;

/** The task of a hardened service, and what belongs to it. */
export interface HardenedTask extends TaskRoles {
  readonly taskDefinition: ecs.FargateTaskDefinition;
  readonly container: ecs.ContainerDefinition;
  readonly logGroup: logs.ILogGroup;
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
export function hardenedTask(scope: Construct, props: DescribedTask, settings: TaskSettings): HardenedTask {
  const { timing, removal, sessions, portMappings } = settings;
  const { environment = {}, secrets = {}, cpuArchitecture = ecs.CpuArchitecture.X86_64 } = props;
  requireEnvironment(environment, secrets);

  const roles = taskRoles(scope, props, sessions);
  const taskDefinition = new ecs.FargateTaskDefinition(scope, 'TaskDefinition', {
    ...taskSizeOf(props.cpu, props.memoryLimitMiB),
    family: props.family,
    ephemeralStorageGiB: ephemeralStorageOf(props.ephemeralStorageGiB),
    ...roles,
    runtimePlatform: {
      operatingSystemFamily: ecs.OperatingSystemFamily.LINUX,
      cpuArchitecture,
    },
  });
  const image = forProcessor(props.image, cpuArchitecture);
  const logGroup = applicationLog(scope, props, removal);
  const container = taskDefinition.addContainer(CONTAINER_ID, {
    image,
    memoryLimitMiB: restOfMemory(taskDefinition, CONTAINER_ID),
    command: props.command,
    entryPoint: props.entryPoint,
    environment,
    secrets,
    environmentFiles: props.environmentFiles,
    user: props.user,
    portMappings,
    healthCheck: props.healthCheck && containerHealthCheck(props.healthCheck, timing.startupTime),
    stopTimeout: timing.stopTimeout,
    readonlyRootFilesystem: true,
    // A process that reaps others and passes signals on: without it, Exec sessions leave zombies behind.
    linuxParameters: new ecs.LinuxParameters(scope, 'LinuxParameters', { initProcessEnabled: true }),
    logging: props.logging ?? logTo(logGroup, 'service'),
  });
  grantPullByName(container, image, roles.executionRole);
  grantEnvironmentFiles(container, roles.executionRole);
  mountWritablePaths(container, props.writablePaths ?? ['/tmp'], sessions !== undefined);
  return { ...roles, taskDefinition, container, logGroup };
}
