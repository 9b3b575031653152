import { join } from 'node:path';
import type { Stack } from 'aws-cdk-lib';
import { Platform } from 'aws-cdk-lib/aws-ecr-assets';
import { ContainerImage, Secret as EcsSecret } from 'aws-cdk-lib/aws-ecs';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { HardenedFargateService, LoadBalancing, Scaling } from 'hardened-fargate';

/** A web service. Resources that outlive it can be in a separate stack. */
export function webService(stack: Stack, lasting = stack): void {
  const domainZone = HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z0123456789EXAMPLE', zoneName: 'example.com' });
  const databaseUrl = new Secret(lasting, 'DatabaseUrl');
  const oncall = new Topic(lasting, 'Oncall', { enforceSSL: true });
  oncall.addSubscription(new EmailSubscription('oncall@example.com'));

  new HardenedFargateService(stack, 'Web', {
    image: ContainerImage.fromAsset(join(__dirname, 'app'), { platform: Platform.LINUX_AMD64 }),
    user: 'node',
    containerPort: 8080,
    loadBalancing: LoadBalancing.publicHttps({ domainName: 'shop.example.com', domainZone, healthCheckPath: '/health' }),
    secrets: { DATABASE_URL: EcsSecret.fromSecretsManager(databaseUrl) },
    scaling: Scaling.onUtilization({ maxCapacity: 10 }),
    alarmTopic: oncall,
  });
}
