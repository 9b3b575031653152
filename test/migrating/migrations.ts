import type { Stack } from 'aws-cdk-lib';
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { IVpc } from 'aws-cdk-lib/aws-ec2';
import { Cluster, type ContainerImage, ContainerInsights, FargateService, FargateTaskDefinition, LogDrivers, Secret } from 'aws-cdk-lib/aws-ecs';
import { ApplicationLoadBalancedFargateService } from 'aws-cdk-lib/aws-ecs-patterns';
import { ApplicationLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { FargateHardening, HardenedFargateService, LoadBalancing, Scaling, SharedLoadBalancer } from '../../src/index';

/** What is there before and after a migration. */
export interface Given {
  readonly stack: Stack;
  readonly vpc: IVpc;
  readonly image: ContainerImage;
  readonly certificate: ICertificate;
  readonly password: ISecret;
  readonly shared: SharedLoadBalancer;
}

type Code = (given: Given) => void;

/** The code of docs/MIGRATING.md, word for word. */
export const MIGRATIONS: Readonly<Record<string, Code>> = {
  plainBefore: ({ stack, vpc, image }) => {
    const taskDefinition = new FargateTaskDefinition(stack, 'Task', { cpu: 256, memoryLimitMiB: 512 });
    taskDefinition.addContainer('web', { image, portMappings: [{ containerPort: 8080 }], logging: LogDrivers.awsLogs({ streamPrefix: 'web' }) });
    const cluster = new Cluster(stack, 'Cluster', { vpc, containerInsightsV2: ContainerInsights.ENABLED });
    const service = new FargateService(stack, 'Service', { cluster, taskDefinition, desiredCount: 2 });
    new ApplicationLoadBalancer(stack, 'LoadBalancer', { vpc }).addListener('Listener', { port: 80, open: false })
      .addTargets('Web', { port: 80, targets: [service] });
  },
  plainAfter: ({ stack, vpc, image }) => {
    const taskDefinition = new FargateTaskDefinition(stack, 'Task', { cpu: 256, memoryLimitMiB: 512 });
    taskDefinition.addContainer('web', { image, portMappings: [{ containerPort: 8080 }], logging: LogDrivers.awsLogs({ streamPrefix: 'web' }) });
    const cluster = new Cluster(stack, 'Cluster', { vpc, containerInsightsV2: ContainerInsights.ENABLED });
    const service = new FargateService(stack, 'Service', { cluster, taskDefinition, desiredCount: 2 });
    new ApplicationLoadBalancer(stack, 'LoadBalancer', { vpc }).addListener('Listener', { port: 80, open: false })
      .addTargets('Web', { port: 80, targets: [service] });

    service.with(new FargateHardening());
  },
  patternsBefore: ({ stack, vpc, image, certificate, password }) => {
    new ApplicationLoadBalancedFargateService(stack, 'Web', {
      vpc,
      certificate,
      redirectHTTP: true,
      cpu: 512,
      memoryLimitMiB: 1024,
      desiredCount: 2,
      taskImageOptions: {
        image,
        containerPort: 8080,
        environment: { MODE: 'live' },
        secrets: { DB_PASSWORD: Secret.fromSecretsManager(password) },
      },
    });
  },
  patternsAfter: ({ stack, vpc, image, certificate, password }) => {
    new HardenedFargateService(stack, 'HardenedWeb', {
      vpc,
      image,
      cpu: 512,
      memoryLimitMiB: 1024,
      containerPort: 8080,
      loadBalancing: LoadBalancing.publicHttps({ certificate }),
      environment: { MODE: 'live' },
      secrets: { DB_PASSWORD: Secret.fromSecretsManager(password) },
    });
  },
  copilotAfter: ({ stack, image, shared }) => {
    const password = StringParameter.fromSecureStringParameterAttributes(stack, 'DbPassword', { parameterName: '/copilot/shop/prod/secrets/DB_PASSWORD' });
    const api = new HardenedFargateService(stack, 'Api', {
      image,
      cpu: 512,
      memoryLimitMiB: 1024,
      containerPort: 8080,
      loadBalancing: LoadBalancing.shared(shared, { hosts: ['api.example.com'], paths: ['/v1/*'], healthCheckPath: '/health' }),
      scaling: Scaling.onUtilization({ minCapacity: 2, maxCapacity: 10, targetCpuUtilizationPercent: 70 }),
      environment: { LOG_LEVEL: 'info' },
      secrets: { DB_PASSWORD: Secret.fromSsmParameter(password) },
      writablePaths: ['/tmp', '/cache'],
    });
    api.addSidecar('proxy', { image, memoryLimitMiB: 128, portMappings: [{ name: 'proxy', containerPort: 9000 }] });
  },
};
