/** Where CloudTrail has the events of IAM, which is the same in every Region. */
export const TRAIL_OF_IAM = { source: 'iam.amazonaws.com', region: 'us-east-1' } as const;
