import {
  CloudFormationClient,
  DescribeStackEventsCommand,
  DescribeStackResourcesCommand,
  ListStackResourcesCommand,
} from '@aws-sdk/client-cloudformation';
import { sending } from './sending.sdk';

export const open = sending(config => new CloudFormationClient(config), {
  DescribeStackEvents: DescribeStackEventsCommand,
  DescribeStackResources: DescribeStackResourcesCommand,
  ListStackResources: ListStackResourcesCommand,
});
