/**
 * The VPC endpoints that serve the requests of applications, by the prefix of their actions in IAM.
 *
 * KMS is left out: S3, SQS and others call it for the application, with the permission of its role.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
 */
const ENDPOINTS: Readonly<Record<string, string | undefined>> = {
  athena: 'athena',
  codecommit: 'codecommit',
  dynamodb: 'dynamodb',
  events: 'events',
  firehose: 'kinesis-firehose',
  glue: 'glue',
  kinesis: 'kinesis-streams',
  lambda: 'lambda',
  s3: 's3',
  secretsmanager: 'secretsmanager',
  sns: 'sns',
  sqs: 'sqs',
  ssm: 'ssm',
  states: 'states',
  textract: 'textract',
  translate: 'translate',
};

/** The endpoint through which an application makes the request that an action names; absent for an action that names several services. */
export const endpointOfAction = (action: string): string | undefined => ENDPOINTS[action.split(':')[0].toLowerCase()];
