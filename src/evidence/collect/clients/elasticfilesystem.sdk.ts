import {
  DescribeAccessPointsCommand,
  DescribeFileSystemsCommand,
  DescribeMountTargetsCommand,
  DescribeMountTargetSecurityGroupsCommand,
  EFSClient,
} from '@aws-sdk/client-efs';
import { sending } from './sending.sdk';

export const open = sending(config => new EFSClient(config), {
  DescribeAccessPoints: DescribeAccessPointsCommand,
  DescribeFileSystems: DescribeFileSystemsCommand,
  DescribeMountTargets: DescribeMountTargetsCommand,
  DescribeMountTargetSecurityGroups: DescribeMountTargetSecurityGroupsCommand,
});
