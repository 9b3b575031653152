/** A statement of a managed policy: of an identity policy that names no condition. */
export interface ManagedStatement {
  readonly effect: 'Allow';
  readonly actions: readonly string[];
  readonly exceptActions?: readonly string[];
  readonly resources: readonly string[];
  readonly conditional: false;
}

const onEverything = (...actions: readonly string[]): readonly ManagedStatement[] => [
  { effect: 'Allow', actions, resources: ['*'], conditional: false },
];

const PULL = ['ecr:BatchGetImage', 'ecr:GetAuthorizationToken', 'ecr:GetDownloadUrlForLayer'];

/** The managed policy that AWS made for execution roles. */
export const EXECUTION_POLICY = 'AmazonECSTaskExecutionRolePolicy';

/**
 * What policies of AWS allow, as far as the services go about which guardrails ask: ECR, KMS, CloudWatch Logs, S3, Secrets Manager,
 * Systems Manager and its message channels.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
const POLICIES: Readonly<Record<string, readonly ManagedStatement[] | undefined>> = {
  AdministratorAccess: onEverything('*'),
  AmazonEC2ContainerRegistryFullAccess: onEverything('ecr:*'),
  AmazonEC2ContainerRegistryPowerUser: onEverything(...PULL, 'ecr:BatchCheckLayerAvailability', 'ecr:PutImage'),
  AmazonEC2ContainerRegistryPullOnly: onEverything(...PULL, 'ecr:BatchImportUpstreamImage'),
  AmazonEC2ContainerRegistryReadOnly: onEverything(...PULL, 'ecr:BatchCheckLayerAvailability'),
  AmazonSSMManagedInstanceCore: onEverything('ssm:GetParameter', 'ssm:GetParameters', 'ssmmessages:*'),
  AWSXRayDaemonWriteAccess: [],
  CloudWatchAgentServerPolicy: onEverything(
    'logs:CreateLogGroup',
    'logs:CreateLogStream',
    'logs:DescribeLogGroups',
    'logs:DescribeLogStreams',
    'logs:PutLogEvents',
  ),
  CloudWatchLogsFullAccess: onEverything('logs:*'),
  PowerUserAccess: [
    { effect: 'Allow', actions: ['*'], exceptActions: ['account:*', 'iam:*', 'organizations:*'], resources: ['*'], conditional: false },
  ],
  [`service-role/${EXECUTION_POLICY}`]: onEverything(
    ...PULL,
    'ecr:BatchCheckLayerAvailability',
    'logs:CreateLogStream',
    'logs:PutLogEvents',
  ),
};

/** The statements of a managed policy of AWS; none are known of a policy that is not in the table, such as one of another team. */
export const managedStatements = (arn: string): readonly ManagedStatement[] | undefined => POLICIES[awsManagedName(arn) ?? ''];

/** The name of a managed policy of AWS, with its path. */
export const awsManagedName = (arn: string): string | undefined => /:iam::aws:policy\/(.+)$/.exec(arn)?.[1];

/** The ARN of a managed policy of AWS. */
export const awsManagedArn = (name: string): string => `arn:aws:iam::aws:policy/${name}`;
