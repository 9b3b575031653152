import { join } from 'node:path';
import type { Stack } from 'aws-cdk-lib';
import { Platform } from 'aws-cdk-lib/aws-ecr-assets';
import { ContainerImage } from 'aws-cdk-lib/aws-ecs';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { AccountPrincipal, ArnPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { HardenedFargateService, StopAnalysis, StopAnalyzer, StopForwarder, StopReaderRole } from 'hardened-fargate';

/** The accounts, and what lies in the first one: the bus, and the role that its output `RoleArn` names after the first deployment. */
const ACCOUNTS = {
  central: '999988887777',
  member: '111122223333',
  region: 'eu-central-1',
  eventBusName: 'fargate-stops',
  analyzerRole: 'arn:aws:iam::999988887777:role/Central-StopAnalyzerRole4A1B2C3D-EXAMPLE',
} as const;

/** A worker in an account of its own, whose stopped tasks the analyzer of a central account explains. */
export function centralAnalyzer(stack: Stack, central = stack): void {
  const eventBus = new EventBus(central, 'Stops', { eventBusName: ACCOUNTS.eventBusName });
  eventBus.addToResourcePolicy(new PolicyStatement({
    sid: 'MembersMayForward',
    principals: [new AccountPrincipal(ACCOUNTS.member)],
    actions: ['events:PutEvents'],
    resources: [eventBus.eventBusArn],
    conditions: { StringEquals: { 'events:source': 'aws.ecs' } },
  }));
  new StopAnalyzer(central, 'StopAnalyzer', { eventBus, memberAccounts: [ACCOUNTS.member] });

  const { region, central: account, eventBusName } = ACCOUNTS;
  new StopForwarder(stack, 'StopForwarder', {
    eventBus: EventBus.fromEventBusArn(stack, 'CentralBus', `arn:aws:events:${region}:${account}:event-bus/${eventBusName}`),
  });
  new StopReaderRole(stack, 'StopReaderRole', { assumedBy: new ArnPrincipal(ACCOUNTS.analyzerRole) });
  new HardenedFargateService(stack, 'Orders', {
    image: ContainerImage.fromAsset(join(__dirname, '..', 'worker', 'app'), { platform: Platform.LINUX_AMD64 }),
    user: 'nobody',
    alarmTopic: new Topic(stack, 'Oncall', { enforceSSL: true }),
    stopAnalysis: StopAnalysis.none(`the analyzer in account ${account} explains its stopped tasks`),
  });
}
