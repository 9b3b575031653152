import { join } from 'node:path';
import type { Stack } from 'aws-cdk-lib';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { Repository } from 'aws-cdk-lib/aws-ecr';
import { Platform } from 'aws-cdk-lib/aws-ecr-assets';
import { ContainerImage, LogDrivers } from 'aws-cdk-lib/aws-ecs';
import { FileSystem } from 'aws-cdk-lib/aws-efs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { HardenedFargateService, LoadBalancing } from 'hardened-fargate';

/**
 * An API with a migration that runs before it, a collector of OpenTelemetry that starts before it and stops after it, its log through
 * FireLens, and files that outlive its tasks.
 */
export function instrumentedApi(stack: Stack, platform = stack): void {
  const vpc = new Vpc(platform, 'Vpc');
  const oncall = new Topic(platform, 'Oncall', { enforceSSL: true });
  const fileSystem = new FileSystem(stack, 'Files', { vpc, encrypted: true });
  const image = ContainerImage.fromAsset(join(__dirname, '..', 'web-service', 'app'), { platform: Platform.LINUX_AMD64 });
  const collector = Repository.fromRepositoryName(stack, 'Collector', 'ecr-public/aws-observability/aws-otel-collector');
  const fluentBit = Repository.fromRepositoryName(stack, 'FluentBit', 'ecr-public/aws-observability/aws-for-fluent-bit');

  const api = new HardenedFargateService(stack, 'Api', {
    image,
    vpc,
    user: 'node',
    memoryLimitMiB: 1024,
    cpu: 512,
    containerPort: 8080,
    portMappings: [{ name: 'http', containerPort: 8080 }],
    loadBalancing: LoadBalancing.internal({ healthCheckPath: '/health' }),
    environment: { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4317' },
    logging: LogDrivers.firelens({
      options: { Name: 'cloudwatch_logs', region: 'eu-central-1', log_group_name: '/shop/api', log_stream_prefix: 'api-' },
    }),
    alarmTopic: oncall,
  });
  api.addInitContainer('migrations', { image, user: 'node', command: ['node', 'migrate.js'], memoryLimitMiB: 256 });
  api.addSidecar('otel-collector', {
    image: ContainerImage.fromEcrRepository(collector, 'v0.43.3'),
    memoryLimitMiB: 256,
    healthCheck: { command: ['CMD', '/healthcheck'] },
  });
  api.addLogRouter('log-router', { image: ContainerImage.fromEcrRepository(fluentBit, '2.34.0') });
  api.mountFileSystem(fileSystem.addAccessPoint('Data', {
    path: '/data', posixUser: { uid: '1000', gid: '1000' }, createAcl: { ownerUid: '1000', ownerGid: '1000', permissions: '750' },
  }), { containerPath: '/data' });
}
