import * as ecs from 'aws-cdk-lib/aws-ecs';
import { hardened, type JoinedTask } from './further-container';
import { grantPullByName } from './image-source';
import { mountWritablePaths } from './writable-paths';
import { requireShare } from '../validation/require-share';

/** Options for the FireLens log router. */
export interface LogRouterOptions {
  /**
   * The image of Fluent Bit, such as `public.ecr.aws/aws-observability/aws-for-fluent-bit`. Tasks in isolated subnets
   * need it in ECR, for example through a pull through cache.
   */
  readonly image: ecs.ContainerImage;

  /**
   * The hard memory limit of the router in MiB. If the router exceeds it, the task stops.
   *
   * @default 128
   */
  readonly memoryLimitMiB?: number;

  /**
   * The source of a Fluent Bit configuration, instead of the options of `logging`.
   *
   * @default - the options of `logging`
   */
  readonly firelensOptions?: ecs.FirelensOptions;

  /**
   * Environment variables of the router.
   *
   * @default - none
   */
  readonly environment?: { [name: string]: string };
}

/** Adds the router that a log driver of FireLens needs; what it says of itself goes to the log group of the service. */
export function addLogRouter(task: JoinedTask, id: string, options: LogRouterOptions): ecs.FirelensLogRouter {
  const { image, memoryLimitMiB = 128, firelensOptions, environment } = options;
  requireShare(id, memoryLimitMiB, task.taskDefinition.memoryMiB);
  const router = task.taskDefinition.addFirelensLogRouter(id, {
    ...hardened(task, id),
    image,
    memoryLimitMiB,
    environment,
    essential: true,
    stopTimeout: task.stopTimeout,
    firelensConfig: { type: ecs.FirelensLogRouterType.FLUENTBIT, options: firelensOptions },
  });
  grantPullByName(router, image, task.executionRole);
  mountWritablePaths(router, [], task.enableExecuteCommand, `${id}-`);
  return router;
}
