import { join } from 'node:path';
import type { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { certificateIn, imageIn } from './service/declare';
import type { Given } from './shapes';
import { SharedLoadBalancer } from '../src/index';

/** A lookup needs to know where it looks. */
export const ENVIRONMENT = { env: { account: '111122223333', region: 'eu-central-1' } };

/** What the code of docs/SHAPES.md takes for granted, in the stack of the service and in the one of a platform. */
export function givenIn(stack: Stack, platform: Stack): Given {
  return {
    stack,
    platform,
    image: imageIn(stack),
    app: join(__dirname, '..', 'examples', 'worker', 'app'),
    collector: mirrored(stack, 'CollectorImage', 'ecr-public/aws-observability/aws-otel-collector'),
    router: mirrored(stack, 'FluentBitImage', 'ecr-public/aws-observability/aws-for-fluent-bit'),
    apiKey: secretsmanager.Secret.fromSecretNameV2(stack, 'ApiKey', 'datadog/api-key'),
    clientSecret: secretsmanager.Secret.fromSecretNameV2(stack, 'ClientSecret', 'identity-provider/client-secret'),
    domainZone: route53.HostedZone.fromHostedZoneAttributes(platform, 'Zone', { hostedZoneId: 'Z1', zoneName: 'example.com' }),
    get vpc() {
      return new ec2.Vpc(stack, 'Vpc');
    },
    get operators() {
      return new iam.Role(stack, 'Operators', { assumedBy: new iam.AccountRootPrincipal() });
    },
    get shared() {
      return new SharedLoadBalancer(stack, 'Shared', { internetFacing: true, certificates: [certificateIn(stack)] });
    },
  };
}

/** An image that a pull through cache has. */
const mirrored = (stack: Stack, id: string, repository: string) =>
  ecs.ContainerImage.fromEcrRepository(ecr.Repository.fromRepositoryName(stack, id, repository), '1.2.3');
