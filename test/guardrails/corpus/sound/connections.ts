import { Duration } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import { WITH_SIDECAR } from '../bad/twins';
import type { SoundConfiguration } from '../configuration';
import { CERTIFICATE_ARN, GRACE_PERIOD, httpsListener, soundLoadBalancer, targets, webService } from '../parts/load-balancer';
import { natVpc } from '../parts/network';
import { soundService } from '../parts/service';

const hosts = (...values: readonly string[]) => [elbv2.ListenerCondition.hostHeaders([...values])];

/** What services are connected with, within the limits of AWS. */
export const CONNECTIONS: readonly SoundConfiguration[] = [
  {
    sentence: 'a service with SRV records in Cloud Map',
    declare: stack => {
      const vpc = natVpc(stack);
      const service = soundService(stack, { vpc });
      service.enableCloudMap({
        cloudMapNamespace: new cloudmap.PrivateDnsNamespace(stack, 'Namespace', { vpc, name: 'shop.internal' }),
        dnsRecordType: cloudmap.DnsRecordType.SRV,
        container: service.taskDefinition.defaultContainer,
        containerPort: 8080,
      });
    },
  },
  {
    sentence: 'a service with A records in Cloud Map',
    declare: stack => {
      const vpc = natVpc(stack);
      soundService(stack, { vpc }).enableCloudMap({
        cloudMapNamespace: new cloudmap.PrivateDnsNamespace(stack, 'Namespace', { vpc, name: 'shop.internal' }),
        dnsRecordType: cloudmap.DnsRecordType.A,
      });
    },
  },
  {
    sentence: 'a container that mounts the volumes of its sidecar',
    declare: stack => {
      WITH_SIDECAR(stack);
      (stack.node.findChild('Task') as ecs.FargateTaskDefinition).defaultContainer?.addVolumesFrom({ sourceContainer: 'proxy', readOnly: true });
    },
  },
  {
    sentence: 'a container with a high limit for open files',
    declare: stack => void soundService(stack, { container: { ulimits: [{ name: ecs.UlimitName.NOFILE, softLimit: 65_536, hardLimit: 65_536 }] } }),
  },
  {
    sentence: 'a service with an explicit family and name',
    declare: stack => void soundService(stack, { task: { family: 'Shop_Worker-2' }, service: { serviceName: 'shop_worker-2' } }),
  },
  {
    sentence: 'listener rules for two hosts, and a rule with the same priority on another listener',
    declare: stack => {
      const vpc = natVpc(stack);
      const { listener, loadBalancer, service, targetGroup } = webService(stack, { vpc });
      listener.addTargetGroups('Orders', { targetGroups: [targetGroup], priority: 10, conditions: hosts('a.example.com', 'b.example.com', 'c.example.com') });
      listener.addTargetGroups('Carts', { targetGroups: [targetGroup], priority: 20, conditions: hosts('carts.example.com') });
      const admin = loadBalancer.addListener('Admin', { port: 8443, certificates: [{ certificateArn: CERTIFICATE_ARN }], sslPolicy: elbv2.SslPolicy.RECOMMENDED_TLS, defaultAction: elbv2.ListenerAction.fixedResponse(404) });
      admin.addTargets('Admin', { ...targets(service), priority: 10, conditions: hosts('admin.example.com') });
    },
  },
  {
    sentence: 'a target group with sticky sessions and a slow start',
    declare: stack => {
      const vpc = natVpc(stack);
      const service = soundService(stack, { vpc, service: { healthCheckGracePeriod: GRACE_PERIOD } });
      const group = httpsListener(stack, soundLoadBalancer(stack, vpc)).addTargets('Targets', targets(service));
      group.enableCookieStickiness(Duration.hours(1));
      group.setAttribute('slow_start.duration_seconds', '60');
      group.setAttribute('load_balancing.cross_zone.enabled', 'true');
    },
  },
];
