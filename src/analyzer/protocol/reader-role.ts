/** The name of the role by which a central analyzer reads an account: one for all Regions, because a role is the same in each. */
export const READER_ROLE = 'hardened-fargate-stop-reader';

/** The IAM action that it takes to assume the role. */
export const ASSUME_READER = ['sts:AssumeRole'] as const;

/** The role in an account. */
export const readerRoleArn = (account: string, partition: string): string => `arn:${partition}:iam::${account}:role/${READER_ROLE}`;
