import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { BadConfiguration } from '../configuration';
import { endpointVpc } from '../parts/network';
import { cacheWorker, databaseWorker, queueWorker, tableWorker } from '../sound/applications';

/** Applications that start, and do not get what they were made for. */
export const APPLICATIONS_CUT_OFF: readonly BadConfiguration[] = [
  {
    sentence: 'a queue that the task role may read and no subnet reaches',
    foundBy: ['network-reaches-granted'],
    twin: stack => queueWorker(stack),
    declare: stack => queueWorker(stack, endpointVpc(stack)),
  },
  {
    sentence: 'a table that the task role may read and no subnet reaches',
    foundBy: ['network-reaches-granted'],
    twin: stack => void tableWorker(stack).addGatewayEndpoint('dynamodb', { service: ec2.GatewayVpcEndpointAwsService.DYNAMODB }),
    declare: stack => void tableWorker(stack),
  },
  {
    sentence: 'a database that admits no task',
    foundBy: ['database-admits-tasks'],
    twin: stack => databaseWorker(stack),
    declare: stack => databaseWorker(stack, false),
  },
  {
    sentence: 'a cache that admits tasks on another port',
    foundBy: ['database-admits-tasks'],
    twin: stack => cacheWorker(stack),
    declare: stack => cacheWorker(stack, 6380),
  },
];
