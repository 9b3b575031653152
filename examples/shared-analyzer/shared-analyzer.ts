import { join } from 'node:path';
import type { Stack } from 'aws-cdk-lib';
import { SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2';
import { Platform } from 'aws-cdk-lib/aws-ecr-assets';
import { ContainerImage } from 'aws-cdk-lib/aws-ecs';
import { HardenedFargateService, ServiceDashboard, StopAnalysis, StopAnalyzer, StopAnalyzerDashboard } from 'hardened-fargate';

/**
 * Two workers of a team in a network that the platform team owns, whose analyzer explains the stopped tasks of every team.
 *
 * The platform team sees all incidents on its dashboard, which messages link to; the team sees those of its invoices on its own.
 */
export function sharedAnalyzer(stack: Stack, platform = stack): void {
  const vpc = new Vpc(platform, 'Vpc', { maxAzs: 2, subnetConfiguration: [{ name: 'Tasks', subnetType: SubnetType.PRIVATE_ISOLATED }] });
  const stopAnalyzer = new StopAnalyzer(platform, 'StopAnalyzer', { services: [] });
  new StopAnalyzerDashboard(platform, 'Stops', { analyzer: stopAnalyzer });

  const image = ContainerImage.fromAsset(join(__dirname, '..', 'worker', 'app'), { platform: Platform.LINUX_AMD64 });
  const stopAnalysis = StopAnalysis.by(stopAnalyzer);
  const invoices = new HardenedFargateService(stack, 'Invoices', { image, user: 'nobody', vpc, stopAnalysis });
  new HardenedFargateService(stack, 'Reports', { image, user: 'nobody', cluster: invoices.cluster, stopAnalysis });
  new ServiceDashboard(stack, 'Dashboard', { service: invoices });
}
