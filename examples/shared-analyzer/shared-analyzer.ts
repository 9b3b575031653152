import { join } from 'node:path';
import type { Stack } from 'aws-cdk-lib';
import { SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2';
import { Platform } from 'aws-cdk-lib/aws-ecr-assets';
import { ContainerImage } from 'aws-cdk-lib/aws-ecs';
import { HardenedFargateService, StopAnalysis, StopAnalyzer } from 'hardened-fargate';

/** Two workers of a team in a network that the platform team owns, whose analyzer explains the stopped tasks of every team. */
export function sharedAnalyzer(stack: Stack, platform = stack): void {
  const vpc = new Vpc(platform, 'Vpc', { maxAzs: 2, subnetConfiguration: [{ name: 'Tasks', subnetType: SubnetType.PRIVATE_ISOLATED }] });
  const stopAnalyzer = new StopAnalyzer(platform, 'StopAnalyzer', { services: [] });

  const image = ContainerImage.fromAsset(join(__dirname, '..', 'worker', 'app'), { platform: Platform.LINUX_AMD64 });
  const stopAnalysis = StopAnalysis.by(stopAnalyzer);
  const { cluster } = new HardenedFargateService(stack, 'Invoices', { image, user: 'nobody', vpc, stopAnalysis });
  new HardenedFargateService(stack, 'Reports', { image, user: 'nobody', cluster, stopAnalysis });
}
