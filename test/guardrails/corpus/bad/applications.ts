import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { BadConfiguration } from '../configuration';
import { endpointVpc } from '../parts/network';
import { cacheWorker, databaseWorker, queueWorker, tableWorker } from '../sound/applications';

/** Applications that start, and do not get what they were made for. */
export const APPLICATIONS_CUT_OFF: readonly BadConfiguration[] = [
  {
    sentence: 'an SQS queue that the task role can use, without a network path from the subnets',
    foundBy: ['network-reaches-granted'],
    twin: stack => queueWorker(stack),
    declare: stack => queueWorker(stack, endpointVpc(stack)),
  },
  {
    sentence: 'a DynamoDB table that the task role can use, without a network path from the subnets',
    foundBy: ['network-reaches-granted'],
    twin: stack => void tableWorker(stack).addGatewayEndpoint('dynamodb', { service: ec2.GatewayVpcEndpointAwsService.DYNAMODB }),
    declare: stack => void tableWorker(stack),
  },
  {
    sentence: 'a database security group that does not allow inbound traffic from the tasks',
    foundBy: ['database-admits-tasks'],
    twin: stack => databaseWorker(stack),
    declare: stack => databaseWorker(stack, false),
  },
  {
    sentence: 'a cache security group that allows inbound traffic from the tasks on the wrong port',
    foundBy: ['database-admits-tasks'],
    twin: stack => cacheWorker(stack),
    declare: stack => cacheWorker(stack, 6380),
  },
];
