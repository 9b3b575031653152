import { Duration } from 'aws-cdk-lib';
import * as codedeploy from 'aws-cdk-lib/aws-codedeploy';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as discovery from 'aws-cdk-lib/aws-servicediscovery';
import type { SoundConfiguration } from '../configuration';
import { CERTIFICATE_ARN, GRACE_PERIOD, httpsListener, soundLoadBalancer, targets, webService } from '../parts/load-balancer';
import { natVpc } from '../parts/network';
import { soundCluster, soundService } from '../parts/service';
import { boundedLogging } from '../parts/task';

/** Ways to bring a new version in, and for services to find each other. */
export const DEPLOYMENTS: readonly SoundConfiguration[] = [
  {
    sentence: 'a blue/green deployment by CodeDeploy',
    declare: stack => {
      const { service, loadBalancer, listener, targetGroup } = webService(stack, {
        service: { deploymentController: { type: ecs.DeploymentControllerType.CODE_DEPLOY }, circuitBreaker: undefined },
      });
      const { targets: _blueTasks, ...settings } = targets(service);
      const greenTargetGroup = new elbv2.ApplicationTargetGroup(stack, 'Green', { ...settings, vpc: service.cluster.vpc, targetType: elbv2.TargetType.IP });
      const testListener = loadBalancer.addListener('Test', { port: 8443, certificates: [{ certificateArn: CERTIFICATE_ARN }], sslPolicy: elbv2.SslPolicy.RECOMMENDED_TLS, open: false, defaultTargetGroups: [greenTargetGroup] });
      new codedeploy.EcsDeploymentGroup(stack, 'Deployments', {
        service,
        blueGreenDeploymentConfig: { blueTargetGroup: targetGroup, greenTargetGroup, listener, testListener },
        deploymentConfig: codedeploy.EcsDeploymentConfig.CANARY_10PERCENT_5MINUTES,
        autoRollback: { failedDeployment: true },
      });
    },
  },
  {
    sentence: 'a blue/green deployment by ECS',
    declare: stack => {
      const vpc = natVpc(stack);
      const service = soundService(stack, {
        vpc,
        service: { deploymentStrategy: ecs.DeploymentStrategy.BLUE_GREEN, bakeTime: Duration.minutes(10), healthCheckGracePeriod: GRACE_PERIOD },
      });
      const listener = httpsListener(stack, soundLoadBalancer(stack, vpc));
      const { targets: _tasks, ...settings } = targets(service);
      const [blue, green] = ['Blue', 'Green'].map(id => new elbv2.ApplicationTargetGroup(stack, id, { ...settings, vpc, targetType: elbv2.TargetType.IP }));
      listener.addAction('NotFound', { action: elbv2.ListenerAction.fixedResponse(404) });
      const rule = new elbv2.ApplicationListenerRule(stack, 'Rule', {
        listener,
        priority: 1,
        conditions: [elbv2.ListenerCondition.pathPatterns(['/*'])],
        action: elbv2.ListenerAction.weightedForward([{ targetGroup: blue, weight: 100 }, { targetGroup: green, weight: 0 }]),
      });
      blue.addTarget(service.loadBalancerTarget({
        containerName: 'app',
        containerPort: 8080,
        alternateTarget: new ecs.AlternateTarget('Alternate', {
          alternateTargetGroup: green,
          productionListener: ecs.ListenerRuleConfiguration.applicationListenerRule(rule),
        }),
      }));
    },
  },
  {
    sentence: 'a rolling deployment that replaces one of four at a time',
    declare: stack => void soundService(stack, { service: { desiredCount: 4, minHealthyPercent: 75, maxHealthyPercent: 125 } }),
  },
  {
    sentence: 'a rolling deployment with a deployment alarm',
    declare: stack => {
      const service = soundService(stack);
      service.enableDeploymentAlarms(['shop-errors'], { behavior: ecs.AlarmBehavior.ROLLBACK_ON_ALARM });
    },
  },
  {
    sentence: 'a service with Service Connect',
    declare: stack => {
      const cluster = soundCluster(stack, natVpc(stack), { defaultCloudMapNamespace: { name: 'shop.local', useForServiceConnect: true } });
      soundService(stack, {
        cluster,
        service: { serviceConnectConfiguration: { services: [{ portMappingName: 'http', dnsName: 'shop', port: 80 }], logDriver: boundedLogging(stack, 'ProxyLogs') } },
      });
    },
  },
  {
    sentence: 'a service with DNS service discovery',
    declare: stack => {
      const cluster = soundCluster(stack, natVpc(stack), { defaultCloudMapNamespace: { name: 'shop.local' } });
      soundService(stack, { cluster, service: { cloudMapOptions: { name: 'worker', dnsRecordType: discovery.DnsRecordType.A, dnsTtl: Duration.seconds(10) } } });
    },
  },
];
