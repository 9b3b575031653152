import {
  DescribeParametersCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { sending } from './sending.sdk';

export const open = sending(config => new SSMClient(config), {
  DescribeParameters: DescribeParametersCommand,
});
