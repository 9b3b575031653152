import { join } from 'node:path';
import { Duration, type Stack } from 'aws-cdk-lib';
import { InterfaceVpcEndpointAwsService, SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2';
import { Platform } from 'aws-cdk-lib/aws-ecr-assets';
import { ContainerImage } from 'aws-cdk-lib/aws-ecs';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Capacity, HardenedFargateService } from 'hardened-fargate';

/** A worker that takes its work from a queue, in a VPC that the app has anyway; its tasks have no way out of it but to SQS. */
export function mailer(stack: Stack, network = stack): void {
  const vpc = new Vpc(network, 'Vpc', { maxAzs: 2, subnetConfiguration: [{ name: 'Tasks', subnetType: SubnetType.PRIVATE_ISOLATED }] });
  vpc.addInterfaceEndpoint('Sqs', { service: InterfaceVpcEndpointAwsService.SQS });

  const deadLetters = new Queue(stack, 'DeadLetters', { enforceSSL: true });
  const mails = new Queue(stack, 'Mails', {
    enforceSSL: true, visibilityTimeout: Duration.minutes(5), deadLetterQueue: { queue: deadLetters, maxReceiveCount: 5 },
  });

  const worker = new HardenedFargateService(stack, 'Worker', {
    image: ContainerImage.fromAsset(join(__dirname, 'app'), { platform: Platform.LINUX_AMD64 }),
    user: 'nobody',
    vpc,
    environment: { QUEUE_URL: mails.queueUrl },
    desiredCount: 3,
    capacity: Capacity.spotWithOnDemandBase({ base: 1 }),
    drainTime: Duration.seconds(120),
  });
  mails.grantConsumeMessages(worker);
}
