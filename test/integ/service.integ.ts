import { join } from 'node:path';
import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Platform } from 'aws-cdk-lib/aws-ecr-assets';
import { ContainerImage } from 'aws-cdk-lib/aws-ecs';
import { HardenedFargateService, LoadBalancing } from 'hardened-fargate';

// Has not run against AWS: it is synthesized, and deployed in an emulator (docs/EMULATED.md).
//
// An environment to throw away. Deploy it, deploy it with `--context changed=true`, destroy it, and deploy it again; then deploy it
// for the first time with `--context broken=true`, whose tasks end at once, so that it is rolled back, and again without.
// Nothing should be left that blocks the next deployment.
const app = new App();
const [changed, broken] = ['changed', 'broken'].map(choice => app.node.tryGetContext(choice) === 'true');

new HardenedFargateService(new Stack(app, 'IntegService'), 'Web', {
  image: ContainerImage.fromAsset(join(__dirname, '..', '..', 'examples', 'web-service', 'app'), { platform: Platform.LINUX_AMD64 }),
  user: 'node',
  command: broken ? ['false'] : undefined,
  containerPort: 8080,
  environment: { VERSION: changed ? '2' : '1' },
  desiredCount: changed ? 3 : 2,
  loadBalancing: LoadBalancing.internal({ healthCheckPath: '/health' }),
  removalPolicy: RemovalPolicy.DESTROY,
});
