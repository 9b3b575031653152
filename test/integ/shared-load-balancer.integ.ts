import { join } from 'node:path';
import { App, NestedStack, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Platform } from 'aws-cdk-lib/aws-ecr-assets';
import { ContainerImage } from 'aws-cdk-lib/aws-ecs';
import { HardenedFargateService, LoadBalancing, SharedLoadBalancer } from 'hardened-fargate';

// Has not run against AWS: it is synthesized, and deployed in an emulator (docs/EMULATED.md).
//
// A load balancer and its services in nested stacks of one parent. A first deployment with `--context broken=true` is rolled
// back whole: the load balancer is not protected yet.
const app = new App();
const parent = new Stack(app, 'IntegShared');
const shared = new SharedLoadBalancer(new NestedStack(parent, 'Platform'), 'LoadBalancer');

const image = ContainerImage.fromAsset(join(__dirname, '..', '..', 'examples', 'web-service', 'app'), { platform: Platform.LINUX_AMD64 });
const services = new NestedStack(parent, 'Services');
const storefront = new HardenedFargateService(services, 'Storefront', {
  image,
  user: 'node',
  containerPort: 8080,
  loadBalancing: LoadBalancing.shared(shared, { hosts: ['shop.example.com'], healthCheckPath: '/health' }),
  removalPolicy: RemovalPolicy.DESTROY,
});
new HardenedFargateService(services, 'Orders', {
  image,
  user: 'node',
  command: app.node.tryGetContext('broken') === 'true' ? ['false'] : undefined,
  cluster: storefront.cluster,
  containerPort: 8080,
  loadBalancing: LoadBalancing.shared(shared, { paths: ['/orders/*'], healthCheckPath: '/health' }),
  removalPolicy: RemovalPolicy.DESTROY,
});
