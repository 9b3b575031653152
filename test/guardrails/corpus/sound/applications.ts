import type { Stack } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elasticache from 'aws-cdk-lib/aws-elasticache';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { SoundConfiguration } from '../configuration';
import { endpointVpc, natVpc } from '../parts/network';
import { soundService, taskWithContainer } from '../parts/service';

/** A worker that takes its work from a queue, in a network. */
export function queueWorker(stack: Stack, vpc: ec2.IVpc = endpointVpc(stack, ['sqs'])): void {
  const taskDefinition = taskWithContainer(stack);
  new sqs.Queue(stack, 'Work', { enforceSSL: true }).grantConsumeMessages(taskDefinition.taskRole);
  soundService(stack, { vpc, taskDefinition });
}

/** A worker that keeps what it knows in a table, in a network. */
export function tableWorker(stack: Stack, vpc: ec2.Vpc = endpointVpc(stack)): ec2.Vpc {
  const taskDefinition = taskWithContainer(stack);
  const table = new dynamodb.Table(stack, 'Table', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } });
  table.grantReadWriteData(taskDefinition.taskRole);
  soundService(stack, { vpc, taskDefinition });
  return vpc;
}

/** A worker with a PostgreSQL database of its own stack, which it gets the address and the password of. */
export function databaseWorker(stack: Stack, admit = true): void {
  const vpc = natVpc(stack);
  const database = new rds.DatabaseInstance(stack, 'Database', {
    vpc, engine: rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.VER_17 }), storageEncrypted: true,
  });
  const service = soundService(stack, {
    vpc,
    container: {
      environment: { DB_HOST: database.instanceEndpoint.hostname },
      secrets: database.secret && { DB_LOGIN: ecs.Secret.fromSecretsManager(database.secret, 'password') },
    },
  });
  if (admit) database.connections.allowDefaultPortFrom(service);
}

/** A worker with a cache of its own stack that is made of resources. */
export function cacheWorker(stack: Stack, port = 6379): void {
  const vpc = natVpc(stack);
  const group = new ec2.SecurityGroup(stack, 'CacheGroup', { vpc });
  const subnets = new elasticache.CfnSubnetGroup(stack, 'CacheSubnets', {
    description: 'private', subnetIds: vpc.privateSubnets.map(({ subnetId }) => subnetId),
  });
  const cache = new elasticache.CfnReplicationGroup(stack, 'Cache', {
    replicationGroupDescription: 'sessions',
    engine: 'valkey',
    cacheNodeType: 'cache.t4g.micro',
    port: 6379,
    securityGroupIds: [group.securityGroupId],
    cacheSubnetGroupName: subnets.ref,
    numCacheClusters: 2,
    automaticFailoverEnabled: true,
  });
  const service = soundService(stack, { vpc, container: { environment: { CACHE: cache.attrPrimaryEndPointAddress } } });
  group.connections.allowFrom(service, ec2.Port.tcp(port));
}

/** Applications that call what their own stack declares. */
export const APPLICATIONS: readonly SoundConfiguration[] = [
  { sentence: 'a worker that reads an SQS queue through a VPC endpoint', declare: stack => queueWorker(stack) },
  { sentence: 'a worker that reads an SQS queue through a NAT gateway', declare: stack => queueWorker(stack, natVpc(stack)) },
  {
    sentence: 'a worker that uses a DynamoDB table through a gateway endpoint',
    declare: stack => void tableWorker(stack).addGatewayEndpoint('dynamodb', { service: ec2.GatewayVpcEndpointAwsService.DYNAMODB }),
  },
  { sentence: 'a worker with a database that allows inbound traffic from its tasks', declare: stack => databaseWorker(stack) },
  { sentence: 'a worker with a cache that allows inbound traffic from its tasks', declare: stack => cacheWorker(stack) },
];
