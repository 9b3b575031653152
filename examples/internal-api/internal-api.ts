import { join } from 'node:path';
import type { Stack } from 'aws-cdk-lib';
import { Platform } from 'aws-cdk-lib/aws-ecr-assets';
import { ContainerImage } from 'aws-cdk-lib/aws-ecs';
import { HardenedFargateService, LoadBalancing } from 'hardened-fargate';

/** An API that only one worker may call; the worker shares its cluster, also from another stack. */
export function internalApi(stack: Stack, platform = stack): void {
  const image = ContainerImage.fromAsset(join(__dirname, '..', 'web-service', 'app'), { platform: Platform.LINUX_AMD64 });
  const api = new HardenedFargateService(platform, 'Api', {
    image,
    user: 'node',
    containerPort: 8080,
    loadBalancing: LoadBalancing.internal({ healthCheckPath: '/health', clients: [] }),
  });
  const caller = new HardenedFargateService(stack, 'Caller', {
    image,
    user: 'node',
    cluster: api.cluster,
    environment: { API_URL: `http://${api.loadBalancer?.loadBalancerDnsName}` },
  });
  // From the caller's side, so that the stack of the API does not depend on the stack of its caller.
  if (api.listener) caller.connections.allowToDefaultPort(api.listener);
}
