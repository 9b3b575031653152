import { type EndpointKind, endpointKindOf, type EndpointService } from '../aws/endpoint-services';

/** What the tasks of a service must reach before their first instruction, and while somebody works in them. */
export interface TaskNeeds {
  /** Images are pulled from private ECR repositories. */
  readonly ecr?: boolean;
  /** Logs go to CloudWatch Logs. */
  readonly logs?: boolean;
  /** Secrets come from Secrets Manager. */
  readonly secretsManager?: boolean;
  /** Secrets come from the SSM parameter store. */
  readonly ssm?: boolean;
  /** People open sessions in the containers with ECS Exec. */
  readonly exec?: boolean;
  /** Sessions of ECS Exec are encrypted with a KMS key. */
  readonly kms?: boolean;
  /** Something besides image layers is read from or written to S3. */
  readonly s3?: boolean;
  /** The application uses DynamoDB. */
  readonly dynamodb?: boolean;
  /** The application uses SQS. */
  readonly sqs?: boolean;
  /** The application uses SNS. */
  readonly sns?: boolean;
}

/** An endpoint that a task may need: the id of its construct never changes, because deployed endpoints hang on it. */
export interface NeededEndpoint {
  readonly id: string;
  readonly service: EndpointService;
  readonly type: EndpointKind;
}

interface Offer extends Pick<NeededEndpoint, 'id' | 'service'> {
  readonly neededFor: readonly (keyof TaskNeeds)[];
}

/**
 * ECR keeps image layers in S3, and only a gateway endpoint serves them.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html
 */
const OFFERS: readonly Offer[] = [
  { id: 'EcrApi', service: 'ecr.api', neededFor: ['ecr'] },
  { id: 'EcrDocker', service: 'ecr.dkr', neededFor: ['ecr'] },
  { id: 'S3', service: 's3', neededFor: ['ecr', 's3'] },
  { id: 'Logs', service: 'logs', neededFor: ['logs'] },
  { id: 'SecretsManager', service: 'secretsmanager', neededFor: ['secretsManager'] },
  { id: 'Ssm', service: 'ssm', neededFor: ['ssm'] },
  { id: 'SsmMessages', service: 'ssmmessages', neededFor: ['exec'] },
  { id: 'Kms', service: 'kms', neededFor: ['kms'] },
  { id: 'DynamoDb', service: 'dynamodb', neededFor: ['dynamodb'] },
  { id: 'Sqs', service: 'sqs', neededFor: ['sqs'] },
  { id: 'Sns', service: 'sns', neededFor: ['sns'] },
];

/** The endpoints that serve these needs, and no others. */
export const endpointsFor = (needs: TaskNeeds): readonly NeededEndpoint[] =>
  OFFERS.filter(({ neededFor }) => neededFor.some(need => needs[need] === true))
    .map(({ id, service }) => ({ id, service, type: endpointKindOf(service) }));
