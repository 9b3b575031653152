import { LONGEST_PARTITION } from './partitions';

/**
 * The most characters that ECS takes for the name of a cluster, a service or a family.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html
 */
export const LONGEST_ECS_NAME = 255;

/**
 * The most characters that CloudFormation fills in for a pseudo parameter; no Region has 16 yet.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html
 */
export const LONGEST_PSEUDO_PARAMETERS: Readonly<Record<string, number>> = {
  'AWS::Partition': LONGEST_PARTITION,
  'AWS::Region': 16,
  'AWS::AccountId': 12,
  'AWS::StackName': 128,
};

/** The hyphen is part of a name that CloudFormation generates; so many characters follow it at most. */
export const LONGEST_GENERATED_SUFFIX = 13;

/**
 * EventBridge takes an event pattern of so many characters, unless AWS raises the quota of the account.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html
 */
export const LONGEST_EVENT_PATTERN = 2_048;
