import { join } from 'node:path';
import type { Stack } from 'aws-cdk-lib';
import { Platform } from 'aws-cdk-lib/aws-ecr-assets';
import { ContainerImage } from 'aws-cdk-lib/aws-ecs';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { HardenedFargateService, LoadBalancing, Scaling, SharedLoadBalancer } from 'hardened-fargate';

/** Two services behind one load balancer, which is in the stack of a platform team; that stack refers to none of its services. */
export function shop(stack: Stack, platform = stack): void {
  const domainZone = HostedZone.fromHostedZoneAttributes(platform, 'Zone', { hostedZoneId: 'Z0123456789EXAMPLE', zoneName: 'example.com' });
  const oncall = new Topic(platform, 'Oncall', { enforceSSL: true });
  const shared = new SharedLoadBalancer(platform, 'SharedLoadBalancer', {
    internetFacing: true,
    domainNames: ['example.com', '*.example.com'],
    domainZone,
    alarmTopic: oncall,
  });

  const image = ContainerImage.fromAsset(join(__dirname, '..', 'web-service', 'app'), { platform: Platform.LINUX_AMD64 });
  const storefront = new HardenedFargateService(stack, 'Storefront', {
    image,
    user: 'node',
    containerPort: 8080,
    loadBalancing: LoadBalancing.shared(shared, { hosts: ['example.com', 'www.example.com'], healthCheckPath: '/health' }),
    alarmTopic: oncall,
  });
  new HardenedFargateService(stack, 'Orders', {
    image,
    user: 'node',
    cluster: storefront.cluster,
    containerPort: 8080,
    loadBalancing: LoadBalancing.shared(shared, { paths: ['/orders', '/orders/*'], hosts: ['example.com'], healthCheckPath: '/health' }),
    scaling: Scaling.onUtilization({ maxCapacity: 10, targetRequestsPerTask: 1000 }),
    alarmTopic: oncall,
  });
}
