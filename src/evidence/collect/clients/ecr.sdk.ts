import {
  BatchGetImageCommand,
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
  ECRClient,
  GetRepositoryPolicyCommand,
} from '@aws-sdk/client-ecr';
import { sending } from './sending.sdk';

export const open = sending(config => new ECRClient(config), {
  BatchGetImage: BatchGetImageCommand,
  DescribeImages: DescribeImagesCommand,
  DescribeRepositories: DescribeRepositoriesCommand,
  GetRepositoryPolicy: GetRepositoryPolicyCommand,
});
