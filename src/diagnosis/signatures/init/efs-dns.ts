import { aws } from '../../advice/commands';
import { listMountTargets } from '../../advice/resource-commands';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** The name of the file system does not resolve. */
export const initEfsDns: Signature = {
  cause: 'init/efs-dns',
  atBest: 'likely',
  retriable: false,
  says: 'The name of the EFS file system does not resolve in the VPC. Enable DNS resolution and DNS hostnames for the '
    + 'VPC, and check the file system ID. Create a mount target in each Availability Zone of the tasks.',
  toConfirm: 'Read enableDnsSupport and enableDnsHostnames of the VPC. If either is false, this is the cause; otherwise, '
    + 'check the mount targets and the file system ID.',
  reads: ['stop'],
  oftenConfused: ['init/efs-mount-target', 'init/efs-network'],
  stopFamilies: { EFS: 4 },
  suspectChanges: ['volumes', 'mounts', 'task role', 'ephemeral storage'],
  seenIn: [
    {
      stoppedReason: 'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: Failed to '
        + 'resolve "fs-01bd17a53b98b8014.efs.eu-west-1.amazonaws.com" - check that your file system ID is correct, and '
        + 'ensure that the VPC has an EFS mount target for this file system ID. See '
        + 'https://docs.aws.amazon.com/console/efs/mount-dns-name for more detail. Attempting to lookup mount target '
        + 'ip address using botocore. Failed to import necessary dependency botocore, please install botocore first. : '
        + 'unsuccessful EFS utils command execution; code: 1',
    },
    {
      stoppedReason: 'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: Failed to '
        + 'resolve "fs-00000000.efs.us-east-1.amazonaws.com" - check that your file system ID is correct.',
    },
  ],
  clues: inStopReason({
    sure: 'likely',
    says: 'the hostname of the file system did not resolve',
    words: [
      'Failed to resolve … .efs.',
      'EFS utils … Failed to resol',
      'EFS … Name or service not known',
      'EFS … no such host',
    ],
  }),
  actions: evidence => [
    {
      title: 'Check the DNS attributes of the VPC.',
      commands: [
        aws(evidence, 'ec2 describe-vpc-attribute --vpc-id <vpc-id> --attribute enableDnsSupport'),
        aws(evidence, 'ec2 describe-vpc-attribute --vpc-id <vpc-id> --attribute enableDnsHostnames'),
      ],
      prop: 'vpc',
    },
    { title: 'Check the Availability Zones of the mount targets.', commands: [listMountTargets(evidence)], prop: null },
  ],
};
