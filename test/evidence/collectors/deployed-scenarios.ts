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
  ['isolated subnets without any endpoint', 'registryLogin', 'init/network', 'certain', /from subnet-\w+ \(route table rtb-\w+\) .*there is neither an endpoint nor a route/, 0],
  ['isolated subnets without any endpoint', 'pullConnection', 'pull/network', 'certain', /cannot reach 'ecr.api'/, 0],
  ["isolated subnets without an endpoint for ECR's API", 'registryLogin', 'init/network', 'certain', /cannot reach 'ecr.api'/, 0],
  ['isolated subnets without the S3 gateway that image layers come through', 'pullTimeout', 'pull/network', 'certain', /cannot reach 's3'/, 0],
  ['a private subnet that lost its route to the NAT gateway', 'registryLogin', 'init/network', 'certain', /route table rtb-/, 1],
  ['a NAT gateway in a subnet that lost its route to the internet gateway', 'registryLogin', 'init/network', 'certain', /nat-/, 0],
  ['a network ACL around the NAT gateway that forgets the answers of the internet', 'registryLogin', 'init/network', 'certain', /network ACL/, 0],
  ['isolated subnets without an endpoint for logs', 'loggerCut', 'init/log-network', 'likely', /cannot reach 'logs'/, 0],
  ['isolated subnets without an endpoint for logs', 'logger', 'init/log-network', 'certain', /cannot reach 'logs'/, 0],
  ['a secret without an endpoint for Secrets Manager', 'secretCut', 'init/network', 'likely', /cannot reach 'secretsmanager'/, 0],
  ['a parameter without an endpoint for SSM', 'secretsCut', 'init/network', 'likely', /cannot reach 'ssm'/, 0],
  ['endpoints whose security group does not admit the tasks', 'registryLogin', 'init/network', 'certain', /the security groups sg-\w+ of the endpoint vpce-\w+ admit no traffic/, 0],
  ['an S3 gateway whose policy forgets the bucket of the image layers', 'pullConnection', 'pull/network', 'certain', /the policy of the endpoint vpce-\w+ does not allow s3:GetObject/, 0],
  ['an endpoint without private DNS', 'pullConnection', 'pull/network', 'certain', /private DNS/, 0],
  ['a VPC with endpoints but without DNS host names', 'registryLogin', 'init/network', 'certain', /DNS host names of vpc-\w+ are off/, 0],
  ['a security group that lets nothing out', 'registryLogin', 'init/network', 'certain', /security groups of the tasks let no traffic out/, 0],
  ['a security group that lets HTTP out, but not HTTPS', 'pullConnection', 'pull/network', 'certain', /port 443/, 0],
  ['tasks without public addresses in public subnets', 'registryLogin', 'init/network', 'certain', /public address|public IP/, 0],
  ['files on EFS without a mount target in one of the zones', 'efs', 'init/efs-mount-target', 'likely', /there is no mount target of fs-\w+/, 1],
  ['files on EFS whose security group does not admit the tasks', 'efsTimeout', 'init/efs-network', 'certain', /security groups of the mount target fsmt-\w+ admit no traffic/, 0],
  ['a secret that only the application may read, and not ECS', 'secretCut', 'init/secret-permission', 'likely', /no policy of the execution role/, 0],
  ['a permission for the ARN of a secret without the six characters at its end', 'secretCut', 'init/secret-permission', 'likely', /no policy of the execution role/, 0],
  ['a secret under a key that ECS may not use', 'kms', 'init/secret-kms', 'certain', /kms:Decrypt/, 0],
  ['an image in ECR whose name is plain text, without permission to pull it', 'forbidden', 'pull/ecr-permission', 'certain', /has no permission to sign in to ECR|no permission to/, 0],
  ['a log driver by name, without permissions for its log', 'logDenied', 'init/log-permission', 'certain', /logs:/, 0],
  ['a settings file in S3 without a way to S3, wherever the image comes from', 'envFile', 'init/env-file', 'certain', /cannot reach 's3'/, 0],
  ['a health check on a port that no container serves', 'unhealthy', 'health/elb-wrong-port', 'likely', /port/, 0],
  ['requests for a port that no container serves', 'unhealthy', 'health/elb-wrong-port', 'certain', /port/, 0],
  ['a role that tasks cannot assume', 'assume', 'init/role-assume', 'certain', /does not trust ecs-tasks/, 0],
];
