import { join } from 'node:path';
import { Duration, type Stack } from 'aws-cdk-lib';
import { AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { InterfaceVpcEndpointAwsService, SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2';
import { Platform } from 'aws-cdk-lib/aws-ecr-assets';
import { ContainerImage } from 'aws-cdk-lib/aws-ecs';
import { Capacity, HardenedFargateService, HardenedQueue, Scaling } from 'hardened-fargate';

/** A worker that takes its work from a queue, in a VPC that the app has anyway; its tasks have no way out of it but to SQS and DynamoDB. */
export function mailer(stack: Stack, network = stack): void {
  const vpc = new Vpc(network, 'Vpc', { maxAzs: 2, subnetConfiguration: [{ name: 'Tasks', subnetType: SubnetType.PRIVATE_ISOLATED }] });
  vpc.addInterfaceEndpoint('Sqs', { service: InterfaceVpcEndpointAwsService.SQS });

  const mails = new HardenedQueue(stack, 'Mails', { visibilityTimeout: Duration.minutes(5) });
  const sent = new TableV2(stack, 'Sent', {
    partitionKey: { name: 'id', type: AttributeType.STRING },
    timeToLiveAttribute: 'forgetAt',
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
  });

  const worker = new HardenedFargateService(stack, 'Worker', {
    image: ContainerImage.fromAsset(join(__dirname, 'app'), { platform: Platform.LINUX_AMD64 }),
    user: 'nobody',
    vpc,
    environment: { QUEUE_URL: mails.queueUrl, SENT: sent.tableName },
    scaling: Scaling.onQueue(mails, { maxCapacity: 10, backlogPerTask: 100, taskProtection: true }),
    capacity: Capacity.spotWithOnDemandBase({ base: 1 }),
    drainTime: Duration.seconds(120),
  });
  mails.grantConsumeMessages(worker);
  sent.grantReadWriteData(worker);
}
