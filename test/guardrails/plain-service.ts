import { Duration, Size } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';

interface PlainServiceProps {
  readonly vpc: ec2.IVpc;
  readonly task?: ecs.FargateTaskDefinitionProps;
  readonly container?: Partial<ecs.ContainerDefinitionOptions>;
  readonly service?: Partial<ecs.FargateServiceProps>;
  readonly cluster?: ecs.ClusterProps;
}

/** A plain `ecs.FargateService` that breaks no guardrail, unless a test asks it to. */
export class PlainService extends Construct {
  public readonly cluster: ecs.Cluster;
  public readonly task: ecs.FargateTaskDefinition;
  public readonly container: ecs.ContainerDefinition;
  public readonly service: ecs.FargateService;
  public readonly targetGroup: elbv2.ApplicationTargetGroup;
  public readonly secret = new secretsmanager.Secret(this, 'Secret');

  constructor(scope: Construct, id: string, { vpc, task, container, service, cluster }: PlainServiceProps) {
    super(scope, id);
    this.cluster = new ecs.Cluster(this, 'Cluster', { vpc, containerInsightsV2: ecs.ContainerInsights.ENABLED, enableFargateCapacityProviders: true, ...auditedExec(this), ...cluster });
    this.task = new ecs.FargateTaskDefinition(this, 'Task', { cpu: 256, memoryLimitMiB: 512, ...task });
    this.container = this.task.addContainer('app', {
      image: ecs.ContainerImage.fromRegistry('ghcr.io/example/shop:1.2.3'),
      logging: boundedLog(),
      memoryLimitMiB: 512,
      user: '65532:65532',
      readonlyRootFilesystem: true,
      linuxParameters: new ecs.LinuxParameters(this, 'LinuxParameters', { initProcessEnabled: true }),
      portMappings: [{ containerPort: 8080 }],
      stopTimeout: Duration.seconds(60),
      secrets: { DB_PASSWORD: ecs.Secret.fromSecretsManager(this.secret, 'password') },
      environment: { DB_SECRET_NAME: 'shop/db', STAGE: 'test' },
      ...container,
    });
    mountForExec(this.container);
    this.service = new ecs.FargateService(this, 'Service', {
      cluster: this.cluster,
      taskDefinition: this.task,
      desiredCount: 2,
      minHealthyPercent: 100,
      maxHealthyPercent: 200,
      capacityProviderStrategies: [{ capacityProvider: 'FARGATE', weight: 1 }],
      enableECSManagedTags: true,
      propagateTags: ecs.PropagatedTagSource.SERVICE,
      circuitBreaker: { rollback: true },
      healthCheckGracePeriod: Duration.seconds(120),
      enableExecuteCommand: true,
      ...service,
    });
    this.service.node.addDependency(this.task.obtainExecutionRole(), this.cluster);
    this.targetGroup = new elbv2.ApplicationTargetGroup(this, 'TargetGroup', {
      vpc, port: 8080, protocol: elbv2.ApplicationProtocol.HTTP, deregistrationDelay: Duration.seconds(60), targets: [this.service],
    });
    forwardFromElsewhere(this, this.targetGroup);
  }

  public get cfnService(): ecs.CfnService {
    return this.service.node.defaultChild as ecs.CfnService;
  }

  public get cfnTask(): ecs.CfnTaskDefinition {
    return this.task.node.defaultChild as ecs.CfnTaskDefinition;
  }

  public get cfnTargetGroup(): elbv2.CfnTargetGroup {
    return this.targetGroup.node.defaultChild as elbv2.CfnTargetGroup;
  }

  public get cfnCluster(): ecs.CfnCluster {
    return this.cluster.node.defaultChild as ecs.CfnCluster;
  }
}

/** A listener that was made elsewhere, another one for each service, forwards to the target group. */
export function forwardFromElsewhere(scope: Construct, targetGroup: elbv2.IApplicationTargetGroup): elbv2.ApplicationListenerRule {
  const listener = elbv2.ApplicationListener.fromApplicationListenerAttributes(scope, 'Listener', {
    listenerArn: `arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/shared/0123456789abcdef/${scope.node.addr.slice(-16)}`,
    securityGroup: ec2.SecurityGroup.fromSecurityGroupId(scope, 'SharedGroup', 'sg-0123456789abcdef0'),
  });
  const conditions = [elbv2.ListenerCondition.pathPatterns(['/shop/*'])];
  return new elbv2.ApplicationListenerRule(scope, 'Rule', { listener, priority: 7, conditions, targetGroups: [targetGroup] });
}

const WRITTEN_BY_EXEC = { agents: '/managed-agents', state: '/var/lib/amazon/ssm', log: '/var/log/amazon/ssm' };

/** Lets the agent of ECS Exec write in a container with a read-only root. */
export function mountForExec(container: ecs.ContainerDefinition): void {
  for (const [name, containerPath] of Object.entries(WRITTEN_BY_EXEC)) {
    const volume = `${container.containerName}-${name}`;
    container.taskDefinition.addVolume({ name: volume });
    container.addMountPoints({ sourceVolume: volume, containerPath, readOnly: false });
  }
}

/** A log that is kept for a while, and that no slow log service can stop the application with. */
export const boundedLog = (streamPrefix = 'shop'): ecs.LogDriver => ecs.LogDrivers.awsLogs({
  streamPrefix, mode: ecs.AwsLogDriverMode.NON_BLOCKING, maxBufferSize: Size.mebibytes(25), logRetention: logs.RetentionDays.ONE_MONTH,
});

function auditedExec(scope: Construct): Pick<ecs.ClusterProps, 'executeCommandConfiguration'> {
  const cloudWatchLogGroup = new logs.LogGroup(scope, 'Sessions', { encryptionKey: new kms.Key(scope, 'Key') });
  const logConfiguration = { cloudWatchLogGroup, cloudWatchEncryptionEnabled: true };
  return { executeCommandConfiguration: { logging: ecs.ExecuteCommandLogging.OVERRIDE, logConfiguration } };
}
