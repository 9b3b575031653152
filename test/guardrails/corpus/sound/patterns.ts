import { Duration } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as patterns from 'aws-cdk-lib/aws-ecs-patterns';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { SoundConfiguration } from '../configuration';
import { certificate, DRAIN_TIME, GRACE_PERIOD, HEALTH_CHECK, keepAccessLogs, soundLoadBalancer } from '../parts/load-balancer';
import { natVpc } from '../parts/network';
import { SERVICE_DEFAULTS, soundAlarm, soundCluster, taskWithContainer, waitForNeeds } from '../parts/service';

const defaults = () => ({ ...SERVICE_DEFAULTS, capacityProviderStrategies: [...SERVICE_DEFAULTS.capacityProviderStrategies] });

/** The patterns of the CDK with the right settings. */
export const PATTERNS: readonly SoundConfiguration[] = [
  {
    sentence: 'an ApplicationLoadBalancedFargateService',
    declare: stack => {
      const vpc = natVpc(stack);
      const pattern = new patterns.ApplicationLoadBalancedFargateService(stack, 'Shop', {
        ...defaults(),
        cluster: soundCluster(stack, vpc),
        taskDefinition: taskWithContainer(stack),
        loadBalancer: soundLoadBalancer(stack, vpc),
        certificate: certificate(stack),
        sslPolicy: elbv2.SslPolicy.RECOMMENDED_TLS,
        redirectHTTP: true,
        healthCheckGracePeriod: GRACE_PERIOD,
      });
      // Under the flags of `cdk init` the patterns open nothing on a load balancer that they were given.
      for (const listener of [pattern.listener, pattern.redirectListener]) listener?.connections.allowDefaultPortFromAnyIpv4();
      pattern.targetGroup.configureHealthCheck(HEALTH_CHECK);
      pattern.targetGroup.setAttribute('deregistration_delay.timeout_seconds', String(DRAIN_TIME.toSeconds()));
      waitForNeeds(pattern.service);
      soundAlarm(stack, pattern.service);
    },
  },
  {
    sentence: 'an internal NetworkLoadBalancedFargateService',
    declare: stack => {
      const vpc = natVpc(stack);
      const loadBalancer = new elbv2.NetworkLoadBalancer(stack, 'LoadBalancer', { vpc, deletionProtection: true, disableSecurityGroups: true });
      keepAccessLogs(stack, loadBalancer);
      const pattern = new patterns.NetworkLoadBalancedFargateService(stack, 'Queue', {
        ...defaults(),
        cluster: soundCluster(stack, vpc),
        taskDefinition: taskWithContainer(stack),
        loadBalancer,
        listenerPort: 8080,
        healthCheckGracePeriod: GRACE_PERIOD,
      });
      pattern.targetGroup.configureHealthCheck({ ...HEALTH_CHECK, protocol: elbv2.Protocol.HTTP });
      pattern.targetGroup.setAttribute('deregistration_delay.timeout_seconds', String(DRAIN_TIME.toSeconds()));
      pattern.service.connections.allowFrom(ec2.Peer.ipv4(vpc.vpcCidrBlock), ec2.Port.tcp(8080));
      waitForNeeds(pattern.service);
      soundAlarm(stack, pattern.service);
    },
  },
  {
    sentence: 'an ApplicationMultipleTargetGroupsFargateService, which has no props for its deployment and capacity',
    declare: stack => {
      const vpc = natVpc(stack);
      const pattern = new patterns.ApplicationMultipleTargetGroupsFargateService(stack, 'Shop', {
        desiredCount: SERVICE_DEFAULTS.desiredCount,
        enableECSManagedTags: true,
        propagateTags: ecs.PropagatedTagSource.SERVICE,
        cluster: soundCluster(stack, vpc),
        taskDefinition: taskWithContainer(stack),
        loadBalancers: [{ name: 'Internal', publicLoadBalancer: false, listeners: [{ name: 'Http', protocol: elbv2.ApplicationProtocol.HTTP }] }],
        targetGroups: [{ containerPort: 8080 }],
        healthCheckGracePeriod: GRACE_PERIOD,
      });
      pattern.loadBalancer.setAttribute('deletion_protection.enabled', 'true');
      pattern.loadBalancer.setAttribute('routing.http.drop_invalid_header_fields.enabled', 'true');
      keepAccessLogs(stack, pattern.loadBalancer);
      pattern.targetGroup.configureHealthCheck(HEALTH_CHECK);
      pattern.targetGroup.setAttribute('deregistration_delay.timeout_seconds', String(DRAIN_TIME.toSeconds()));
      const service = pattern.service.node.defaultChild as ecs.CfnService;
      service.addPropertyOverride('DeploymentConfiguration.DeploymentCircuitBreaker', { Enable: true, Rollback: true });
      service.addPropertyOverride('CapacityProviderStrategy', [{ CapacityProvider: 'FARGATE', Weight: 1 }]);
      service.addPropertyDeletionOverride('LaunchType');
      waitForNeeds(pattern.service);
      soundAlarm(stack, pattern.service);
    },
  },
  {
    sentence: 'a QueueProcessingFargateService that scales with its queue',
    declare: stack => {
      const { desiredCount, ...others } = defaults();
      const pattern = new patterns.QueueProcessingFargateService(stack, 'Orders', {
        ...others,
        cluster: soundCluster(stack, natVpc(stack)),
        taskDefinition: taskWithContainer(stack),
        queue: new sqs.Queue(stack, 'Queue', { enforceSSL: true, visibilityTimeout: Duration.minutes(2) }),
        minScalingCapacity: desiredCount,
        maxScalingCapacity: 10,
      });
      waitForNeeds(pattern.service);
      soundAlarm(stack, pattern.service);
    },
  },
  {
    sentence: 'a nightly ScheduledFargateTask',
    runs: 'tasks',
    declare: stack => {
      new patterns.ScheduledFargateTask(stack, 'Nightly', {
        cluster: soundCluster(stack, natVpc(stack)),
        schedule: autoscaling.Schedule.cron({ minute: '0', hour: '3' }),
        scheduledFargateTaskDefinitionOptions: { taskDefinition: taskWithContainer(stack) },
        propagateTags: ecs.PropagatedTagSource.TASK_DEFINITION,
      });
    },
  },
];
