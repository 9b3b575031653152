import { App, Stack } from 'aws-cdk-lib';
import { ContainerImage, Secret as EcsSecret } from 'aws-cdk-lib/aws-ecs';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { HardenedFargateService, type HardenedFargateServiceProps, LoadBalancing, Scaling } from 'hardened-fargate';

export const app = new App();
export const stack = new Stack(app, 'Shop');

const domainZone = HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z0123456789EXAMPLE', zoneName: 'example.com' });

/** The service of examples/web-service, with whatever a variant of the demo changes. */
export const webService = (changed: Partial<HardenedFargateServiceProps> = {}): HardenedFargateService => new HardenedFargateService(stack, 'Web', {
  image: ContainerImage.fromAsset('examples/web-service/app'),
  containerPort: 8080,
  loadBalancing: LoadBalancing.publicHttps({ domainName: 'shop.example.com', domainZone, healthCheckPath: '/health' }),
  secrets: { DATABASE_URL: EcsSecret.fromSecretsManager(new Secret(stack, 'DatabaseUrl')) },
  scaling: Scaling.onUtilization({ maxCapacity: 10 }),
  alarmTopic: new Topic(stack, 'Oncall'),
  ...changed,
});
