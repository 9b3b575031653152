import { Duration } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { SoundConfiguration } from '../configuration';
import { webService } from '../parts/load-balancer';
import { soundService } from '../parts/service';
import { boundedLogging, soundContainer, soundTask } from '../parts/task';

const HEALTH_CHECK = {
  command: ['CMD-SHELL', 'wget -q -O - http://localhost:8080/health || exit 1'],
  interval: Duration.seconds(10),
  timeout: Duration.seconds(5),
  retries: 3,
  startPeriod: Duration.seconds(30),
};

/** Tasks of more than one container, and containers that say how they are. */
export const SIDECARS: readonly SoundConfiguration[] = [
  {
    sentence: 'a container with a health check',
    declare: stack => void soundService(stack, { container: { healthCheck: HEALTH_CHECK } }),
  },
  {
    sentence: 'logs sent to Firehose by FireLens',
    declare: stack => {
      const taskDefinition = soundTask(stack, { memoryLimitMiB: 1024 });
      taskDefinition.addFirelensLogRouter('router', {
        ...sidecar(stack),
        image: ecs.ContainerImage.fromRegistry('public.ecr.aws/aws-observability/aws-for-fluent-bit:2.34.0'),
        firelensConfig: { type: ecs.FirelensLogRouterType.FLUENTBIT },
        logging: boundedLogging(stack, 'RouterLogs'),
      });
      soundContainer(stack, taskDefinition, {
        logging: ecs.LogDrivers.firelens({ options: { 'Name': 'firehose', 'delivery_stream': 'shop-logs', 'log-driver-buffer-limit': '2097152' } }),
      });
      taskDefinition.addToTaskRolePolicy(new iam.PolicyStatement({
        actions: ['firehose:PutRecordBatch'],
        resources: [`arn:${stack.partition}:firehose:${stack.region}:${stack.account}:deliverystream/shop-logs`],
      }));
      soundService(stack, { taskDefinition });
    },
  },
  {
    sentence: 'a container that depends on a completed migration and a healthy proxy',
    declare: stack => {
      const taskDefinition = soundTask(stack, { cpu: 512, memoryLimitMiB: 1024 });
      const migration = taskDefinition.addContainer('migration', { ...sidecar(stack), essential: false, logging: boundedLogging(stack, 'MigrationLogs') });
      const proxy = taskDefinition.addContainer('proxy', { ...sidecar(stack), healthCheck: HEALTH_CHECK, logging: boundedLogging(stack, 'ProxyLogs') });
      const application = soundContainer(stack, taskDefinition);
      application.addContainerDependencies(
        { container: migration, condition: ecs.ContainerDependencyCondition.SUCCESS },
        { container: proxy, condition: ecs.ContainerDependencyCondition.HEALTHY },
      );
      soundService(stack, { taskDefinition });
    },
  },
  {
    sentence: 'an agent that is not essential',
    declare: stack => {
      const taskDefinition = soundTask(stack, { memoryLimitMiB: 1024 });
      soundContainer(stack, taskDefinition);
      taskDefinition.addContainer('agent', {
        ...sidecar(stack),
        image: ecs.ContainerImage.fromRegistry('public.ecr.aws/datadog/agent:7.71.0'),
        essential: false,
        logging: boundedLogging(stack, 'AgentLogs'),
      });
      soundService(stack, { taskDefinition });
    },
  },
  {
    sentence: 'a web service with a nonessential tracing daemon on its own port',
    declare: stack => {
      const taskDefinition = soundTask(stack, { memoryLimitMiB: 1024 });
      soundContainer(stack, taskDefinition);
      taskDefinition.addContainer('traces', {
        ...sidecar(stack),
        image: ecs.ContainerImage.fromRegistry('public.ecr.aws/xray/aws-xray-daemon:3.4.0'),
        essential: false,
        portMappings: [{ containerPort: 2000, protocol: ecs.Protocol.UDP }],
        logging: boundedLogging(stack, 'TraceLogs'),
      });
      webService(stack, { taskDefinition });
    },
  },
  {
    sentence: 'logs sent to Splunk',
    declare: stack => void soundService(stack, {
      container: {
        logging: ecs.LogDrivers.splunk({
          url: 'https://splunk.example.com:8088',
          secretToken: ecs.Secret.fromSecretsManager(new secretsmanager.Secret(stack, 'SplunkToken')),
        }),
      },
    }),
  },
  {
    sentence: 'a container with SYS_PTRACE and a high limit for open files',
    declare: stack => {
      const linuxParameters = new ecs.LinuxParameters(stack, 'Tracing', { initProcessEnabled: true });
      linuxParameters.addCapabilities(ecs.Capability.SYS_PTRACE);
      linuxParameters.dropCapabilities(ecs.Capability.ALL);
      soundService(stack, {
        task: { pidMode: ecs.PidMode.TASK },
        container: {
          linuxParameters,
          ulimits: [
            { name: ecs.UlimitName.NOFILE, softLimit: 65536, hardLimit: 65536 },
            { name: ecs.UlimitName.CORE, softLimit: 0, hardLimit: 0 },
          ],
          systemControls: [{ namespace: 'net.core.somaxconn', value: '1024' }],
        },
      });
    },
  },
];

const SIDECAR_MEMORY_MIB = 256;

/** A small container beside the application. */
function sidecar(scope: Construct): Omit<ecs.ContainerDefinitionOptions, 'logging'> {
  return {
    image: ecs.ContainerImage.fromEcrRepository(ecr.Repository.fromRepositoryName(scope, `Tools${scope.node.children.length}`, 'tools'), '3.1.0'),
    memoryLimitMiB: SIDECAR_MEMORY_MIB,
    user: '65532:65532',
    readonlyRootFilesystem: true,
    stopTimeout: Duration.seconds(30),
  };
}
