import {
  CloudFormationClient,
  DescribeStackResourcesCommand,
} from '@aws-sdk/client-cloudformation';
import { sending } from './sending.sdk';

export const open = sending(config => new CloudFormationClient(config), {
  DescribeStackResources: DescribeStackResourcesCommand,
});
