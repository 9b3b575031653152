import { join } from 'node:path';
import { Duration, type Stack } from 'aws-cdk-lib';
import { Platform } from 'aws-cdk-lib/aws-ecr-assets';
import { ContainerImage } from 'aws-cdk-lib/aws-ecs';
import { Protocol } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Deployment, HardenedFargateService, LoadBalancing } from 'hardened-fargate';

/** A broker for devices on the internet, over TLS, and a collector of their datagrams, which only the VPC reaches, and of which a new version gets a tenth first. */
export function messageBroker(stack: Stack, platform = stack): void {
  const domainZone = HostedZone.fromHostedZoneAttributes(platform, 'Zone', { hostedZoneId: 'Z0123456789EXAMPLE', zoneName: 'example.com' });
  const oncall = new Topic(platform, 'Oncall', { enforceSSL: true });
  const image = ContainerImage.fromAsset(join(__dirname, '..', 'web-service', 'app'), { platform: Platform.LINUX_AMD64 });

  const broker = new HardenedFargateService(stack, 'Broker', {
    image,
    user: 'node',
    containerPort: 1883,
    loadBalancing: LoadBalancing.network({
      protocol: Protocol.TLS,
      port: 8883,
      internetFacing: true,
      domainName: 'mqtt.example.com',
      domainZone,
    }),
    drainTime: Duration.seconds(60),
    alarmTopic: oncall,
  });
  new HardenedFargateService(stack, 'Collector', {
    image,
    user: 'node',
    cluster: broker.cluster,
    containerPort: 8125,
    loadBalancing: LoadBalancing.network({ protocol: Protocol.UDP, healthCheckPort: 8080, healthCheckPath: '/health' }),
    deployment: Deployment.canary({ canaryPercent: 10 }),
    alarmTopic: oncall,
  });
}
