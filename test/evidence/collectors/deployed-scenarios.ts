/** What ECS says when a service was not reached, and when it does not say why. */
const INIT = 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: ';
export const WORDS = {
  registryLogin: `${INIT}unable to retrieve ecr registry auth: service call has been retried 3 time(s): RequestError: send request failed caused by: Post "https://api.ecr.eu-west-1.amazonaws.com/": dial tcp 52.95.16.1:443: i/o timeout`,
  secretCut: `${INIT}unable to retrieve secret from asm`,
  secretsCut: `${INIT}unable to retrieve secrets from ssm`,
  kms: `${INIT}unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret from secrets manager: AccessDeniedException: Access to KMS is not allowed`,
  pullConnection: 'CannotPullContainerError: The task cannot pull the image from the registry. There is a connection issue between the task and the registry. Check your task network configuration.',
  pullTimeout: 'CannotPullContainerError: ref pull has been retried 5 time(s): failed to copy: httpReadSeeker: failed open: failed to do request: Get "https://prod-eu-west-1-starport-layer-bucket.s3.eu-west-1.amazonaws.com/x": dial tcp 52.219.1.1:443: i/o timeout',
  logger: 'ResourceInitializationError: failed to validate logger args: : signal: killed',
  loggerCut: 'ResourceInitializationError: failed to validate logger args',
  efs: 'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes',
  efsTimeout: "ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: b'mount.nfs4: Connection timed out' : unsuccessful EFS utils command execution; code: 32",
  assume: 'ECS was unable to assume the role that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions.',
  forbidden: 'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref 111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:8: unexpected status: 403 Forbidden',
  logDenied: 'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/web/1 is not authorized to perform: logs:CreateLogStream',
  envFile: 'ResourceInitializationError: failed to download env files: file download command: non empty error stream: service call has been retried 5 time(s): file download',
  unhealthy: 'Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/73e2d6bc24d8a067)',
} as const;

/** What is deployed, what ECS says of it, the cause, how sure, and what is quoted of the account. */
export type DeployedScenario = [sentence: string, words: keyof typeof WORDS, cause: string, confidence: string, quote: RegExp, subnet: number];

export const SCENARIOS: DeployedScenario[] = [
  ['isolated subnets without VPC endpoints', 'registryLogin', 'init/network', 'certain', /from subnet-\w+ \(route table rtb-\w+\) .*there is neither a VPC endpoint nor a route/, 0],
  ['isolated subnets without VPC endpoints', 'pullConnection', 'pull/network', 'certain', /cannot reach 'ecr.api'/, 0],
  ['isolated subnets without a VPC endpoint for the ECR API', 'registryLogin', 'init/network', 'certain', /cannot reach 'ecr.api'/, 0],
  ['isolated subnets without an S3 gateway endpoint for image layers', 'pullTimeout', 'pull/network', 'certain', /cannot reach 's3'/, 0],
  ['a private subnet without a route to the NAT gateway', 'registryLogin', 'init/network', 'certain', /route table rtb-/, 1],
  ['a NAT gateway in a subnet without a route to the internet gateway', 'registryLogin', 'init/network', 'certain', /nat-/, 0],
  ['a network ACL of the NAT gateway\'s subnets that does not allow inbound response traffic', 'registryLogin', 'init/network', 'certain', /network ACL/, 0],
  ['isolated subnets without a VPC endpoint for CloudWatch Logs', 'loggerCut', 'init/log-network', 'likely', /cannot reach 'logs'/, 0],
  ['isolated subnets without a VPC endpoint for CloudWatch Logs', 'logger', 'init/log-network', 'certain', /cannot reach 'logs'/, 0],
  ['a secret in isolated subnets without a VPC endpoint for Secrets Manager', 'secretCut', 'init/network', 'likely', /cannot reach 'secretsmanager'/, 0],
  ['an SSM parameter in isolated subnets without a VPC endpoint for SSM', 'secretsCut', 'init/network', 'likely', /cannot reach 'ssm'/, 0],
  ['VPC endpoints whose security group does not allow inbound traffic from the tasks', 'registryLogin', 'init/network', 'certain', /the security groups sg-\w+ of the endpoint vpce-\w+ allow no traffic/, 0],
  ['an S3 gateway endpoint whose policy does not allow the bucket with the image layers', 'pullConnection', 'pull/network', 'certain', /the policy of the endpoint vpce-\w+ does not allow s3:GetObject/, 0],
  ['a VPC endpoint without private DNS', 'pullConnection', 'pull/network', 'certain', /private DNS/, 0],
  ['a VPC with interface endpoints but without DNS hostnames', 'registryLogin', 'init/network', 'certain', /DNS hostnames of vpc-\w+ are off/, 0],
  ['a security group without outbound rules', 'registryLogin', 'init/network', 'certain', /security groups of the tasks do not allow outbound traffic/, 0],
  ['a security group that allows outbound HTTP but not HTTPS', 'pullConnection', 'pull/network', 'certain', /port 443/, 0],
  ['tasks without public IP addresses in public subnets', 'registryLogin', 'init/network', 'certain', /public address|public IP/, 0],
  ['an EFS file system without a mount target in one Availability Zone of the tasks', 'efs', 'init/efs-mount-target', 'likely', /there is no mount target of fs-\w+/, 1],
  ['an EFS security group that does not allow inbound NFS traffic from the tasks', 'efsTimeout', 'init/efs-network', 'certain', /security groups of the mount target fsmt-\w+ do not allow inbound traffic/, 0],
  ['a secret that the task role can read but the execution role cannot', 'secretCut', 'init/secret-permission', 'likely', /no policy of the execution role/, 0],
  ['a permission for a secret\'s ARN without its random six-character suffix', 'secretCut', 'init/secret-permission', 'likely', /no policy of the execution role/, 0],
  ['a secret encrypted with a KMS key that the execution role has no permission to use', 'kms', 'init/secret-kms', 'certain', /kms:Decrypt/, 0],
  ['an ECR image given as plain text, without permission for the execution role to pull it', 'forbidden', 'pull/ecr-permission', 'certain', /has no permission to sign in to ECR|no permission to/, 0],
  ['an awslogs log driver without permission for the execution role to write logs', 'logDenied', 'init/log-permission', 'certain', /logs:/, 0],
  ['an environment file in S3 for subnets without a network path to S3', 'envFile', 'init/env-file', 'certain', /cannot reach 's3'/, 0],
  ['a target group health check on a port that no container maps', 'unhealthy', 'health/elb-wrong-port', 'likely', /port/, 0],
  ['a load balancer target port that no container maps', 'unhealthy', 'health/elb-wrong-port', 'certain', /port/, 0],
  ['a task role that ECS tasks cannot assume', 'assume', 'init/role-assume', 'certain', /does not trust ecs-tasks/, 0],
];
