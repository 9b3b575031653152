import { declared, deployedStop } from './a-deployed-stop';
import { definition, stopEvent } from './a-stop';
import { WORDS } from './deployed-scenarios';
import { SILENT_ACCOUNT, TOLD_BY_TARGET, TOLD_BY_TASKS, toldByTarget, toldByTasks } from './told-scenarios';
import type { Send } from '../../../src/evidence/collect/account';
import type { Reading } from '../../fake-aws/aws-endpoint';

/** A stop, and the account around it. */
export interface Way {
  readonly event: object;
  readonly account?: Send;
  readonly readings: Readonly<Record<string, Reading>>;
}

const POLICY = 'arn:aws:iam::111122223333:policy/own';

/** Policies of the account's own, which the accounts of the corpus have none of. */
const OWN_POLICIES: Readonly<Record<string, Reading>> = {
  'iam:ListAttachedRolePolicies': { AttachedPolicies: [{ PolicyName: 'own', PolicyArn: POLICY }] },
  'iam:GetPolicy': { Policy: { PolicyName: 'own', Arn: POLICY, DefaultVersionId: 'v1' } },
  'iam:GetPolicyVersion': { PolicyVersion: { VersionId: 'v1', IsDefaultVersion: true, Document: encodeURIComponent(JSON.stringify({ Version: '2012-10-17', Statement: [] })) } },
  'secretsmanager:GetResourcePolicy': { Name: 'key', ResourcePolicy: '{"Version":"2012-10-17","Statement":[]}' },
};

const STEADY = 'arn:aws:ecs:eu-west-1:111122223333:service-revision/prod/web/1';
const ROLLOUT = 'arn:aws:ecs:eu-west-1:111122223333:service-deployment/prod/web/2';

const DEPLOYMENTS: Readonly<Record<string, Reading>> = {
  'ecs:ListServiceDeployments': ({ status }) => ({
    serviceDeployments: [JSON.stringify(status) === '["SUCCESSFUL"]' ? { targetServiceRevisionArn: STEADY, status: 'SUCCESSFUL' } : { serviceDeploymentArn: ROLLOUT, status: 'IN_PROGRESS' }],
  }),
  'ecs:DescribeServiceRevisions': { serviceRevisions: [{ serviceRevisionArn: STEADY, taskDefinition: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:7' }] },
  'ecs:DescribeServiceDeployments': { serviceDeployments: [{ serviceDeploymentArn: ROLLOUT, status: 'IN_PROGRESS', deploymentCircuitBreaker: { failureCount: 2, threshold: 3 } }] },
};

const SIMULATED = { 'iam:SimulatePrincipalPolicy': { EvaluationResults: [{ EvalActionName: 'logs:CreateLogStream', EvalDecision: 'implicitDeny', MatchedStatements: [] }] } };

const NOTHING_LATER = { 'cloudtrail:LookupEvents': { Events: [{ EventId: '1', EventName: 'UpdateService', EventTime: 1793671000, CloudTrailEvent: '{}' }] }, 'cloudwatch:GetMetricStatistics': { Label: 'MemoryUtilization', Datapoints: [] } };

const PARAMETER = { 'ssm:DescribeParameters': { Parameters: [{ Name: '/shop/key', LastModifiedDate: 1793671000 }] } };

/** The accounts of the corpus have no repository and no image. */
const REPOSITORY: Readonly<Record<string, Reading>> = {
  'ecr:DescribeRepositories': ({ repositoryNames }) => ({ repositories: (repositoryNames as readonly string[]).map(repositoryName => ({ repositoryName })) }),
  'ecr:DescribeImages': { imageDetails: [{ imageTags: ['8'], imagePushedAt: 1793600000, imageManifestMediaType: 'application/vnd.oci.image.index.v1+json' }] },
  'ecr:BatchGetImage': { images: [{ imageManifest: JSON.stringify({ manifests: [{ platform: { os: 'linux', architecture: 'amd64' } }] }) }] },
  'ecr:GetRepositoryPolicy': { policyText: '{"Version":"2012-10-17","Statement":[]}' },
  'ecr:GetLifecyclePolicy': { lifecyclePolicyText: '{"rules":[]}' },
};

const deployed = async (sentence: string, words: keyof typeof WORDS, readings: Way['readings'] = {}): Promise<Way> => {
  const { account, event } = await deployedStop(declared(sentence), { stoppedReason: WORDS[words] });
  return { account, event, readings: { 'ecs:ListServiceDeployments': { serviceDeployments: [] }, ...NOTHING_LATER, ...REPOSITORY, ...readings } };
};

const LOG_GROUP_GONE = 'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist.: exit status 1';

const PATH = "ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: b'mount.nfs4: mounting fs-0123456789abcdef0.efs.eu-west-1.amazonaws.com:/app failed, reason given by server: No such file or directory' : unsuccessful EFS utils command execution; code: 32";

/** A task that ended before its container ran. */
const notStarted = (stoppedReason: string, readings: Way['readings']): Way => ({
  event: stopEvent({ stopCode: 'TaskFailedToStart', stoppedReason, startedAt: undefined, containers: [{ name: 'app' }] }),
  readings: { ...SILENT_ACCOUNT, ...NOTHING_LATER, ...readings },
});

const OUT_OF_MEMORY = { containers: [{ name: 'app', lastStatus: 'STOPPED', exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' }] };

/** Stops that together have every declared call made. */
export const ways = async (): Promise<readonly Way[]> => [
  { event: stopEvent(), readings: { ...SILENT_ACCOUNT, ...DEPLOYMENTS, ...NOTHING_LATER, 'logs:GetLogEvents': { events: [{ timestamp: 1793671820000, message: 'Error: connect ECONNREFUSED 10.0.3.17:5432' }] } } },
  { event: stopEvent(OUT_OF_MEMORY), readings: { ...SILENT_ACCOUNT, ...NOTHING_LATER } },
  { event: toldByTarget(TOLD_BY_TARGET[4]).event, readings: { ...SILENT_ACCOUNT, ...NOTHING_LATER, ...toldByTarget(TOLD_BY_TARGET[4]).answers } },
  { event: toldByTasks(TOLD_BY_TASKS[0]).event, readings: { ...SILENT_ACCOUNT, ...NOTHING_LATER, ...toldByTasks(TOLD_BY_TASKS[0]).answers } },
  await deployed('a NAT gateway in a subnet without a route to the internet gateway', 'registryLogin'),
  await deployed('a VPC endpoint without private DNS', 'pullConnection'),
  await deployed('a secret encrypted with a KMS key that the execution role has no permission to use', 'kms', OWN_POLICIES),
  await deployed('an ECR image given as plain text, without permission for the execution role to pull it', 'forbidden', SIMULATED),
  await deployed('an SSM parameter in isolated subnets without a VPC endpoint for SSM', 'secretsCut', { ...PARAMETER, ...SIMULATED }),
  await deployed('an EFS security group that does not allow inbound NFS traffic from the tasks', 'efsTimeout'),
  await deployed('a load balancer target port that no container maps', 'unhealthy'),
  await deployed('an awslogs log driver without permission for the execution role to write logs', 'logDenied', SIMULATED),
  notStarted(PATH, {
    'ecs:DescribeTaskDefinition': { taskDefinition: { ...definition(8).taskDefinition, volumes: [{ name: 'files', efsVolumeConfiguration: { fileSystemId: 'fs-0123456789abcdef0', authorizationConfig: { accessPointId: 'fsap-0123456789abcdef0' } } }] } },
    'elasticfilesystem:DescribeFileSystems': { FileSystems: [{ FileSystemId: 'fs-0123456789abcdef0', CreationTime: 1793600000 }] },
    'elasticfilesystem:DescribeAccessPoints': { AccessPoints: [] },
  }),
  notStarted(LOG_GROUP_GONE, { 'logs:DescribeLogGroups': { logGroups: [] } }),
];
