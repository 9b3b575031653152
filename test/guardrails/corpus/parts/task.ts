import { Duration, RemovalPolicy, Size } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/** The application's image: a release in a repository that was made before the stack. */
export const releasedImage = (scope: Construct): ecs.ContainerImage => ecs.ContainerImage.fromEcrRepository(repositoryIn(scope), '1.4.2');

/** Logs that are kept for a while, and that no slow log service can stop the application with. */
export function boundedLogging(scope: Construct, id = 'Logs'): ecs.LogDriver {
  const logGroup = new logs.LogGroup(scope, id, { retention: logs.RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.RETAIN });
  return ecs.LogDrivers.awsLogs({ logGroup, streamPrefix: 'app', mode: ecs.AwsLogDriverMode.NON_BLOCKING, maxBufferSize: Size.mebibytes(25) });
}

/** Logs that go to a group by its name, in some Region. */
export function loggingIn(scope: Construct, region: string): ecs.LogDriver {
  new logs.LogGroup(scope, 'NamedLogs', { logGroupName: 'worker', retention: logs.RetentionDays.ONE_MONTH });
  const logGroup = logs.LogGroup.fromLogGroupArn(scope, 'Logs', `arn:aws:logs:${region}:111122223333:log-group:worker`);
  return ecs.LogDrivers.awsLogs({ logGroup, streamPrefix: 'app', mode: ecs.AwsLogDriverMode.NON_BLOCKING, maxBufferSize: Size.mebibytes(25) });
}

/** What every container of the corpus is given, unless its theme is another. */
export function containerDefaults(scope: Construct): Omit<ecs.ContainerDefinitionOptions, 'image' | 'logging'> {
  return {
    memoryLimitMiB: 512,
    user: '65532:65532',
    readonlyRootFilesystem: true,
    stopTimeout: Duration.seconds(30),
    linuxParameters: new ecs.LinuxParameters(scope, 'LinuxParameters', { initProcessEnabled: true }),
  };
}

/** The smallest task with its architecture stated; a second role for the application comes by itself. */
export function soundTask(scope: Construct, props: ecs.FargateTaskDefinitionProps = {}): ecs.FargateTaskDefinition {
  return new ecs.FargateTaskDefinition(scope, 'Task', {
    cpu: 256,
    memoryLimitMiB: 512,
    runtimePlatform: { operatingSystemFamily: ecs.OperatingSystemFamily.LINUX, cpuArchitecture: ecs.CpuArchitecture.X86_64 },
    ...props,
  });
}

/** Options of a container; the image is the released one unless it is given. */
export type ContainerOptions = Partial<ecs.ContainerDefinitionOptions>;

/** The application's container on port 8080. */
export function soundContainer(scope: Construct, task: ecs.TaskDefinition, options: ContainerOptions = {}): ecs.ContainerDefinition {
  return task.addContainer('app', {
    ...containerDefaults(scope),
    portMappings: [{ containerPort: 8080, name: 'http' }],
    ...options,
    image: options.image ?? releasedImage(scope),
    logging: 'logging' in options ? options.logging : boundedLogging(scope),
  });
}

function repositoryIn(scope: Construct): ecr.IRepository {
  const known = scope.node.tryFindChild('Repository') as ecr.IRepository | undefined;
  return known ?? ecr.Repository.fromRepositoryName(scope, 'Repository', 'shop/worker');
}
