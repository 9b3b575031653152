import { type App, Duration, Size, Stack } from 'aws-cdk-lib';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { Repository } from 'aws-cdk-lib/aws-ecr';
import { AwsLogDriverMode, Cluster, ContainerImage, ContainerInsights, CpuArchitecture, FargateService, FargateTaskDefinition, LogDrivers, PropagatedTagSource } from 'aws-cdk-lib/aws-ecs';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';

const SERVICES_PER_STACK = 20;

/** Plain services that break no guardrail, in stacks that share the VPC and the cluster of another one. */
export function declarePlainServices(app: App, services: number): void {
  const shared = new Stack(app, 'Shared');
  const cluster = new Cluster(shared, 'Cluster', {
    vpc: new Vpc(shared, 'Vpc', { natGateways: 1 }),
    containerInsightsV2: ContainerInsights.ENABLED,
    enableFargateCapacityProviders: true,
  });
  for (let number = 0; number < services; number++) {
    const id = `Services${Math.floor(number / SERVICES_PER_STACK)}`;
    declareService(app.node.tryFindChild(id) as Stack | undefined ?? new Stack(app, id), number, cluster);
  }
}

function declareService(stack: Stack, number: number, cluster: Cluster): void {
  const taskDefinition = new FargateTaskDefinition(stack, `Task${number}`, { runtimePlatform: { cpuArchitecture: CpuArchitecture.X86_64 } });
  taskDefinition.addContainer('app', {
    image: ContainerImage.fromEcrRepository(Repository.fromRepositoryName(stack, `Repository${number}`, 'shop'), '1.4.2'),
    logging: LogDrivers.awsLogs({ streamPrefix: 'shop', logRetention: RetentionDays.ONE_MONTH, mode: AwsLogDriverMode.NON_BLOCKING, maxBufferSize: Size.mebibytes(25) }),
    memoryLimitMiB: 512,
    user: '65532:65532',
    readonlyRootFilesystem: true,
    stopTimeout: Duration.seconds(30),
  });
  new FargateService(stack, `Service${number}`, {
    cluster,
    taskDefinition,
    desiredCount: 2,
    minHealthyPercent: 100,
    maxHealthyPercent: 200,
    circuitBreaker: { rollback: true },
    capacityProviderStrategies: [{ capacityProvider: 'FARGATE', weight: 1 }],
    enableECSManagedTags: true,
    propagateTags: PropagatedTagSource.SERVICE,
  });
}
