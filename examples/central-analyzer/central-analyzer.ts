import { join } from 'node:path';
import type { Stack } from 'aws-cdk-lib';
import { Platform } from 'aws-cdk-lib/aws-ecr-assets';
import { ContainerImage } from 'aws-cdk-lib/aws-ecs';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { AccountPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { HardenedFargateService, StopAnalysis, StopAnalyzer, StopForwarder } from 'hardened-fargate';

/** The accounts, and the name of the bus that lies in the first one. */
const ACCOUNTS = { central: '999988887777', member: '111122223333', region: 'eu-central-1', eventBusName: 'fargate-stops' } as const;

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
  new StopAnalyzer(central, 'StopAnalyzer', { eventBus });

  const { region, central: account, eventBusName } = ACCOUNTS;
  new StopForwarder(stack, 'StopForwarder', {
    eventBus: EventBus.fromEventBusArn(stack, 'CentralBus', `arn:aws:events:${region}:${account}:event-bus/${eventBusName}`),
  });
  new HardenedFargateService(stack, 'Orders', {
    image: ContainerImage.fromAsset(join(__dirname, '..', 'worker', 'app'), { platform: Platform.LINUX_AMD64 }),
    user: 'nobody',
    alarmTopic: new Topic(stack, 'Oncall', { enforceSSL: true }),
    stopAnalysis: StopAnalysis.none(`the analyzer in account ${account} explains its stopped tasks`),
  });
}
