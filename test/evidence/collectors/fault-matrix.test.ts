import { declared, deployedStop } from './a-deployed-stop';
import { definition, stopEvent } from './a-stop';
import { WORDS } from './deployed-scenarios';
import { SILENT_ACCOUNT, TOLD_BY_TARGET, TOLD_BY_TASKS, toldByTarget, toldByTasks } from './told-scenarios';
import { diagnose } from '../../../src/diagnosis/diagnose';
import type { Send } from '../../../src/evidence/collect/account';
import { sendWithSdk } from '../../../src/evidence/collect/account.sdk';
import { boundedAccount } from '../../../src/evidence/collect/bounded-account';
import { SOURCE_CALLS } from '../../../src/evidence/collect/source-calls';
import { COLLECTORS, LATER } from '../../../src/evidence/collectors/catalogue';
import { collectEvidence } from '../../../src/evidence/collectors/collect-evidence';
import { readEvidence } from '../../../src/evidence/read/read-evidence';
import { AwsEndpoint, DENIED, DOWN, type Fault, type Reading, THROTTLED } from '../../fake-aws/aws-endpoint';

/** A stop, and the account around it. */
interface Way {
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

const ways = async (): Promise<readonly Way[]> => [
  { event: stopEvent(), readings: { ...SILENT_ACCOUNT, ...DEPLOYMENTS, ...NOTHING_LATER, 'logs:GetLogEvents': { events: [{ timestamp: 1793671820000, message: 'Error: connect ECONNREFUSED 10.0.3.17:5432' }] } } },
  { event: stopEvent(OUT_OF_MEMORY), readings: { ...SILENT_ACCOUNT, ...NOTHING_LATER } },
  { event: toldByTarget(TOLD_BY_TARGET[4]).event, readings: { ...SILENT_ACCOUNT, ...NOTHING_LATER, ...toldByTarget(TOLD_BY_TARGET[4]).answers } },
  { event: toldByTasks(TOLD_BY_TASKS[0]).event, readings: { ...SILENT_ACCOUNT, ...NOTHING_LATER, ...toldByTasks(TOLD_BY_TASKS[0]).answers } },
  await deployed('a NAT gateway in a subnet that lost its route to the internet gateway', 'registryLogin'),
  await deployed('an endpoint without private DNS', 'pullConnection'),
  await deployed('a secret under a key that ECS may not use', 'kms', OWN_POLICIES),
  await deployed('an image in ECR that is named by a text, so that nobody may pull it', 'forbidden', SIMULATED),
  await deployed('a parameter without an endpoint for SSM', 'secretsCut', { ...PARAMETER, ...SIMULATED }),
  await deployed('files on EFS whose security group does not admit the tasks', 'efsTimeout'),
  await deployed('requests for a port that no container serves', 'unhealthy'),
  await deployed('a log driver by its name, which nobody is given permissions for', 'logDenied', SIMULATED),
  notStarted(PATH, {
    'ecs:DescribeTaskDefinition': { taskDefinition: { ...definition(8).taskDefinition, volumes: [{ name: 'files', efsVolumeConfiguration: { fileSystemId: 'fs-0123456789abcdef0', authorizationConfig: { accessPointId: 'fsap-0123456789abcdef0' } } }] } },
    'elasticfilesystem:DescribeFileSystems': { FileSystems: [{ FileSystemId: 'fs-0123456789abcdef0', CreationTime: 1793600000 }] },
    'elasticfilesystem:DescribeAccessPoints': { AccessPoints: [] },
  }),
  notStarted(LOG_GROUP_GONE, { 'logs:DescribeLogGroups': { logGroups: [] } }),
];

/** What a way leads to, with an account of its own in which something fails. */
async function taken({ event, account, readings }: Way, inject: (aws: AwsEndpoint) => void = () => undefined) {
  const aws = await AwsEndpoint.start();
  try {
    if (account !== undefined) aws.serve(account);
    aws.hold(readings);
    inject(aws);
    const { AWS_ENDPOINT_URL: endpoint } = aws.environment;
    const settings = { region: 'eu-west-1', endpoint };
    const [evidence] = await collectEvidence(event, boundedAccount(sendWithSdk(settings)), { collectors: [...COLLECTORS, ...LATER] });
    return { evidence, diagnosis: diagnose(evidence), calls: new Set(aws.calls.map(({ action }) => action)) };
  } finally {
    await aws.stop();
  }
}

/** A call, the way on which it is made, and what the way leads to when nothing fails. */
interface MadeCall {
  readonly action: string;
  readonly way: Way;
  /** Of the event alone, and with the whole account. */
  readonly causes: readonly string[];
}

const DECLARED = [...new Set(Object.values(SOURCE_CALLS).flat())].sort();

let made: readonly MadeCall[];

beforeAll(async () => {
  const all = await ways();
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', AWS_EC2_METADATA_DISABLED: 'true' });
  const sound = await Promise.all(all.map(async way => ({ way, ...await taken(way) })));
  made = DECLARED.flatMap(action => {
    const found = sound.find(({ calls, evidence }) => calls.has(action) && evidence.gaps.every(({ source }) => source !== action));
    if (found === undefined) return [];
    const { way, diagnosis } = found;
    return [{ action, way, causes: [diagnosis.cause, ...readEvidence(way.event).map(evidence => diagnose(evidence).cause)] }];
  });
});

test('every call that a collector declares is made by one of the stops', () => {
  expect(DECLARED.filter(action => made.every(call => call.action !== action))).toEqual([]);
});

/** So many accounts answer at once. */
const AT_ONCE = 8;

async function inTurn<T, R>(items: readonly T[], atOnce: number, step: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  for (let index = 0; index < items.length; index += atOnce) results.push(...await Promise.all(items.slice(index, index + atOnce).map(step)));
  return results;
}

/** What every fault of every call leads to. */
const underFault = (inject: (aws: AwsEndpoint, action: string) => void, atOnce = AT_ONCE) => inTurn(made, atOnce, async ({ action, way, causes }) => {
  const { evidence, diagnosis } = await taken(way, aws => inject(aws, action));
  return { action, causes, diagnosis, gaps: evidence.gaps.filter(({ source }) => source === action) };
});

const FAULTS: readonly (readonly [string, (aws: AwsEndpoint, action: string) => void, because: string])[] = [
  ['denied', (aws, action) => aws.refuse(action, DENIED), 'the call is denied; allow {action}'],
  ['throttled', (aws, action) => aws.refuse(action, THROTTLED), ''],
  ['answered with a fault', (aws, action) => aws.refuse(action, DOWN), ''],
  ...([
    ['reset', ''],
    ['silence', 'the call got no answer within 3 s'],
    ['malformed', ''],
    ['empty', ''],
  ] as const satisfies readonly (readonly [Fault, string])[]).map(([fault, because]) =>
    [fault, (aws: AwsEndpoint, action: string) => aws.fail(action, fault), because] as const),
];

test.each(FAULTS)('each call: %s: a gap names it and why, the stop is diagnosed, and of nothing wrong is it certain', async (fault, inject, because) => {
  // Whoever gets no answer only waits.
  const outcomes = await underFault(inject, fault === 'silence' ? made.length : AT_ONCE);
  const named = outcomes.filter(({ action, gaps }) => gaps.some(gap => gap.because.startsWith(because.replace('{action}', action))));
  expect(outcomes.filter(outcome => !named.includes(outcome)).map(({ action, gaps }) => [action, gaps])).toEqual([]);
  const wrong = outcomes.filter(({ causes, diagnosis }) => diagnosis.confidence === 'certain' && !causes.includes(diagnosis.cause));
  expect(wrong.map(({ action, causes, diagnosis }) => [action, ...causes, diagnosis.cause])).toEqual([]);
  expect(outcomes.filter(({ diagnosis }) => diagnosis.severity !== 'failure').map(({ action }) => action)).toEqual([]);
});

test('each call that is slow is waited for', async () => {
  const outcomes = await underFault((aws, action) => aws.fail(action, 'slow'));
  expect(outcomes.filter(({ causes: [cause], diagnosis }) => diagnosis.cause !== cause).map(({ action }) => action)).toEqual([]);
});
