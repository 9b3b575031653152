import { Duration, type Stack } from 'aws-cdk-lib';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { Repository } from 'aws-cdk-lib/aws-ecr';
import { ContainerImage } from 'aws-cdk-lib/aws-ecs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Deployment, HardenedFargateService, HardenedFargateTask, LoadBalancing } from 'hardened-fargate';

/** A shop whose database is migrated before each deployment, and whose requests move to a new version in two steps. */
export function canaryRelease(stack: Stack, platform = stack): void {
  const vpc = new Vpc(platform, 'Vpc');
  const oncall = new Topic(platform, 'Oncall', { enforceSSL: true });
  const image = ContainerImage.fromEcrRepository(Repository.fromRepositoryName(stack, 'Repository', 'shop/web'), '1.4.2');

  const shop = new HardenedFargateService(stack, 'Shop', {
    image,
    vpc,
    user: '65532:65532',
    containerPort: 8080,
    loadBalancing: LoadBalancing.internal({ healthCheckPath: '/health' }),
    deployment: Deployment.canary({
      canaryPercent: 10,
      canaryBakeTime: Duration.minutes(15),
      bakeTime: Duration.minutes(30),
    }),
    alarmTopic: oncall,
  });
  const migration = new HardenedFargateTask(stack, 'Migration', {
    image,
    cluster: shop.cluster,
    user: '65532:65532',
    command: ['node', 'migrate.js'],
    alarmTopic: oncall,
  });
  shop.runBeforeDeployment(migration, { timeout: Duration.minutes(20) });
}
