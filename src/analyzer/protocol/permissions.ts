/**
 * The IAM actions that delivering a diagnosis takes, by what they are granted on. Free of the AWS SDK, so that the
 * construct grants from it.
 */
export const DELIVERY_ACTIONS = {
  topic: ['sns:Publish'],
  eventBus: ['events:PutEvents'],
  deadLetterQueue: ['sqs:SendMessage'],
  /** The dead letters that the queue moved by itself, which get their reason. */
  deadLetters: ['sqs:ReceiveMessage', 'sqs:DeleteMessage'],
  /** The analyzer's own queue, for the message that comes back when it is time for a second look. */
  queue: ['sqs:SendMessage'],
} as const;

/** The IAM action that finds out which incidents are muted, on the path of those parameters. */
export const MUTE_READS = ['ssm:GetParametersByPath'] as const;

/** The IAM actions with which Lambda itself takes stops from the queue, on the function's role. */
export const POLLING_ACTIONS = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'] as const;
