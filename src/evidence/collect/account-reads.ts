/** A call that reads the account, granted by the IAM action of the same name. */
export interface AccountRead {
  /**
   * The resources that the action is granted on, as the end of an ARN; absent where AWS lets none be named.
   *
   * `{cluster}`, `{service}`, `{of-service}`, `{task}`, and `{log-group}` stand for those that are watched or asked about, where they
   * are known. A `*` is left where only the answers of earlier calls name the resource, or where the call lists all of its kind.
   */
  readonly resource?: string;
  /** Whether AWS lets the cluster be named in a condition. */
  readonly inCluster?: true;
  /** What its answer tells, as the end of “reads …”. */
  readonly tells: string;
}

const SERVICE = 'service/{cluster}/{service}';
/** The task definition names the roles of a task. */
const ROLE = 'role/*';
/** A role names its managed policies. */
const MANAGED_POLICY = 'policy/*';
/** The task definition names the repositories of its images. */
const REPOSITORY = 'repository/*';
/** A stack names those that are nested in it, and the tags of a service its stack. */
const STACK = 'stack/*';
/** The task definition names the file systems of its volumes, and their access points. */
const FILE_SYSTEM = 'file-system/*';
const ACCESS_POINT = 'access-point/*';
/** The task definition names the secrets. */
const SECRET = 'secret:*';
/** A secret and a cluster name their keys. */
const KEY = 'key/*';
/** A listener and a template name the certificates. */
const CERTIFICATE = 'certificate/*';
/** Which alarms are about a service stands in the alarms, so that all are listed. */
const ALARM = 'alarm:*';
/** CloudFormation makes up the name of the table of an analyzer, so that the tables are listed first. */
const TABLE = 'table/*';

/**
 * Every call that may read an account, and nothing else may be called: each reads, and none reads the value of a secret,
 * of a parameter or of an object.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const ACCOUNT_READS = {
  'acm:DescribeCertificate': { resource: CERTIFICATE, tells: 'whether a certificate is issued, and for which domains' },
  'application-autoscaling:DescribeScalableTargets': { tells: 'the minimum and maximum capacity of a service' },
  'application-autoscaling:DescribeScheduledActions': { tells: 'the scheduled scaling of a service' },
  'application-autoscaling:DescribeScalingPolicies': { tells: 'the scaling policies of a service' },
  'cloudformation:DescribeStackEvents': { resource: STACK, tells: 'why a deployment of a stack failed' },
  'cloudformation:DescribeStackResources': { resource: STACK, tells: 'which stack a resource belongs to' },
  'cloudformation:ListStackResources': { resource: STACK, tells: 'the services of a stack' },
  'cloudtrail:LookupEvents': { tells: 'who changed what before the first failure' },
  'cloudwatch:DescribeAlarms': { resource: ALARM, tells: 'the alarms of a service' },
  'cloudwatch:GetMetricStatistics': { tells: 'how much memory a service used' },
  'dynamodb:GetItem': { resource: TABLE, tells: 'an incident that a stop analyzer keeps' },
  'dynamodb:ListTables': { tells: 'the tables of stop analyzers' },
  'dynamodb:Query': { resource: `${TABLE}/index/*`, tells: 'the incidents that a stop analyzer keeps' },
  'ec2:DescribeDhcpOptions': { tells: 'the name servers of a VPC' },
  'ec2:DescribeInternetGateways': { tells: 'the internet gateways of a VPC' },
  'ec2:DescribeNatGateways': { tells: 'the NAT gateways of a VPC' },
  'ec2:DescribeNetworkAcls': { tells: 'what the network ACL of a subnet allows' },
  'ec2:DescribeRouteTables': { tells: 'where the traffic of a subnet goes' },
  'ec2:DescribeSecurityGroups': { tells: 'what the security groups of a task and of a VPC endpoint allow' },
  'ec2:DescribeSubnets': { tells: 'the Availability Zone and the free IP addresses of a subnet' },
  'ec2:DescribeVpcAttribute': { tells: 'the DNS attributes of a VPC' },
  'ec2:DescribeVpcEndpoints': { tells: 'the VPC endpoints, with their state, policy, and private DNS' },
  'ec2:DescribeVpcs': { tells: 'the IP address ranges of a VPC' },
  'ecr:BatchGetImage': { resource: REPOSITORY, tells: 'the platforms of an image' },
  'ecr:DescribeImages': { resource: REPOSITORY, tells: 'whether a tag or digest exists' },
  'ecr:DescribeRepositories': { resource: REPOSITORY, tells: 'whether a repository exists' },
  'ecr:GetLifecyclePolicy': { resource: REPOSITORY, tells: 'which images a repository deletes' },
  'ecr:GetRepositoryPolicy': { resource: REPOSITORY, tells: 'what the policy of a repository allows' },
  'ecs:DescribeClusters': { resource: 'cluster/{cluster}', tells: 'the settings of a cluster' },
  'ecs:DescribeServiceDeployments': { resource: 'service-deployment/{cluster}/{of-service}', tells: 'why a deployment failed' },
  'ecs:DescribeServiceRevisions': { resource: 'service-revision/{cluster}/{of-service}', tells: 'what a deployment deploys' },
  'ecs:DescribeServices': { resource: SERVICE, tells: 'a service with its events and deployments' },
  'ecs:DescribeTaskDefinition': { tells: 'the task definition of a task' },
  'ecs:DescribeTasks': { resource: 'task/{cluster}/{task}', tells: 'a task and why it stopped' },
  'ecs:ListClusters': { tells: 'the clusters of a Region' },
  'ecs:ListServiceDeployments': { resource: SERVICE, tells: 'the latest deployments of a service' },
  'ecs:ListServices': { inCluster: true, tells: 'the services of a cluster' },
  'ecs:ListTasks': { inCluster: true, tells: 'the stopped tasks of a service' },
  'elasticfilesystem:DescribeAccessPoints': { resource: ACCESS_POINT, tells: 'the path and user of an access point' },
  'elasticfilesystem:DescribeFileSystems': { resource: FILE_SYSTEM, tells: 'whether a file system exists' },
  'elasticfilesystem:DescribeMountTargets': { resource: FILE_SYSTEM, tells: 'the Availability Zones of the mount targets' },
  'elasticfilesystem:DescribeMountTargetSecurityGroups': { resource: FILE_SYSTEM, tells: 'the security groups of a mount target' },
  'elasticloadbalancing:DescribeListeners': { tells: 'the listeners of a load balancer' },
  'elasticloadbalancing:DescribeLoadBalancerAttributes': { tells: 'the attributes of a load balancer' },
  'elasticloadbalancing:DescribeLoadBalancers': { tells: 'the load balancer of a service' },
  'elasticloadbalancing:DescribeRules': { tells: 'which requests reach a target group' },
  'elasticloadbalancing:DescribeTargetGroupAttributes': { tells: 'the attributes of a target group' },
  'elasticloadbalancing:DescribeTargetGroups': { tells: 'the health check of a target group' },
  'elasticloadbalancing:DescribeTargetHealth': { tells: 'why a target is unhealthy' },
  'events:ListRuleNamesByTarget': { tells: 'which rules send events to the queue of an analyzer' },
  'events:ListRules': { tells: 'whether these rules are enabled' },
  'iam:GetPolicy': { resource: MANAGED_POLICY, tells: 'the default version of a managed policy' },
  'iam:GetPolicyVersion': { resource: MANAGED_POLICY, tells: 'what a managed policy allows' },
  'iam:GetRole': { resource: ROLE, tells: 'the trust policy and the permissions boundary of a role' },
  'iam:GetRolePolicy': { resource: ROLE, tells: 'what a role allows' },
  'iam:ListAttachedRolePolicies': { resource: ROLE, tells: 'the managed policies of a role' },
  'iam:ListRolePolicies': { resource: ROLE, tells: 'the inline policies of a role' },
  'iam:SimulatePrincipalPolicy': { resource: ROLE, tells: 'whether a role allows the action that failed' },
  'kms:DescribeKey': { resource: KEY, tells: 'whether a key is enabled' },
  'kms:GetKeyPolicy': { resource: KEY, tells: 'whom the key policy allows' },
  'logs:DescribeLogGroups': { resource: 'log-group:{log-group}', tells: 'whether a log group exists' },
  'logs:GetLogEvents': { resource: 'log-group:{log-group}:log-stream:*', tells: 'the last lines of a container' },
  'route53:ListHostedZonesByVPC': { tells: 'the private hosted zones of a VPC' },
  'secretsmanager:DescribeSecret': { resource: SECRET, tells: 'whether a secret exists, its versions, and its key; never its value' },
  'secretsmanager:GetResourcePolicy': { resource: SECRET, tells: 'what the policy of a secret allows' },
  'servicequotas:GetServiceQuota': { tells: 'a quota of the account' },
  'ssm:DescribeParameters': { tells: 'whether a parameter exists; never its value' },
  'sts:GetCallerIdentity': { tells: 'the account of the credentials' },
} as const satisfies Readonly<Record<string, AccountRead>>;

/** A call that reads the account, by its IAM action. */
export type ReadAction = keyof typeof ACCOUNT_READS;

/** The declaration of a read. */
export const accountRead = (action: ReadAction): AccountRead => ACCOUNT_READS[action];

/** Whether an action is one of the reads. */
export const isReadAction = (action: string): action is ReadAction => Object.hasOwn(ACCOUNT_READS, action);
