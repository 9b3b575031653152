import { definition, lines, service, stopEvent, TARGET_GROUP, TASK_ID } from './a-stop';
import { type AccountAnswers, anAccount } from './an-account';
import { type CauseId, causeOf } from '../../../src/causes/catalogue';
import { PREVENTED_BY } from '../../../src/causes/prevented-by';
import { diagnose } from '../../../src/diagnosis/diagnose';
import type { Diagnosis } from '../../../src/diagnosis/model/diagnosis';
import { COLLECTORS, LATER } from '../../../src/evidence/collectors/catalogue';
import { collectEvidence } from '../../../src/evidence/collectors/collect-evidence';
import type { Collector } from '../../../src/evidence/collectors/collector';

const ALL: AccountAnswers = {
  'ecs:DescribeTaskDefinition': ({ taskDefinition }) => definition(Number(String(taskDefinition).split(':')[1])),
  'ecs:ListServiceDeployments': ({ status }) => ({
    serviceDeployments: [{
      serviceDeploymentArn: `arn:aws:ecs:eu-west-1:111122223333:service-deployment/prod/web/${String(status).length}`,
      targetServiceRevisionArn: 'arn:aws:ecs:eu-west-1:111122223333:service-revision/prod/web/1',
    }],
  }),
  'ecs:DescribeServiceDeployments': {
    serviceDeployments: [{ status: 'IN_PROGRESS', startedAt: '2026-11-03T02:00:00Z', deploymentCircuitBreaker: { status: 'MONITORING', failureCount: 3, threshold: 10 } }],
  },
  'ecs:DescribeServiceRevisions': { serviceRevisions: [{ taskDefinition: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:7' }] },
  'ecs:DescribeServices': service(),
  'logs:GetLogEvents': lines('starting', 'Error: connect ECONNREFUSED 10.0.3.17:5432'),
  'elasticloadbalancing:DescribeTargetGroups': { TargetGroups: [{ TargetGroupArn: TARGET_GROUP, HealthCheckPath: '/health', Matcher: { HttpCode: '200' } }] },
  'elasticloadbalancing:DescribeTargetHealth': { TargetHealthDescriptions: [] },
};

const FAILED_CHECKS = { stopCode: 'ServiceSchedulerInitiated', stoppedReason: `Task failed ELB health checks in (target-group ${TARGET_GROUP})` };

const diagnosed = async (event: object, answers: AccountAnswers) => {
  const account = anAccount(answers);
  const [evidence] = await collectEvidence(event, account);
  return { diagnosis: diagnose(evidence), evidence, account };
};

test('the log of the container that ended says what the event does not', async () => {
  const { diagnosis, account } = await diagnosed(stopEvent(), ALL);
  expect(diagnosis).toMatchObject({ cause: 'app/dependency-unreachable', gaps: [] });
  expect(diagnosis.clues[0].quote).toContain('ECONNREFUSED 10.0.3.17:5432');
  expect(account.inputs.get('logs:GetLogEvents')).toEqual({ logGroupName: '/ecs/web', logStreamName: `web/app/${TASK_ID}`, limit: 200, startFromHead: false });
});

test('what the revision changed since the service was steady is told', async () => {
  const { diagnosis } = await diagnosed(stopEvent(), ALL);
  expect(diagnosis.clues.map(({ source, quote }) => `${source}: ${quote}`)).toContain('task definition revision 7 → 8: container app: image web:7 → web:8');
});

test('how far the circuit breaker of the deployment has counted is told', async () => {
  const { diagnosis } = await diagnosed(stopEvent(), ALL);
  expect(diagnosis.clues).toContainEqual({
    source: 'deployment', quote: '3 of 10 failures, IN_PROGRESS', says: 'the circuit breaker stops the deployment at this number of failures',
  });
});

const call = (EventName: string, minutesBefore: number, fields: object, caller: object = { type: 'AssumedRole', arn: 'arn:aws:sts::111122223333:assumed-role/dev/ada' }) => ({
  EventName,
  EventTime: new Date(Date.parse('2026-11-03T02:10:29Z') - minutesBefore * 60_000).toISOString(),
  Username: 'ada',
  CloudTrailEvent: JSON.stringify({ userIdentity: caller, requestParameters: fields }),
});

const TRAIL = (...Events: readonly object[]): AccountAnswers => ({
  ...ALL,
  'cloudtrail:LookupEvents': ({ LookupAttributes: [{ AttributeKey }] }: any) => ({ Events: AttributeKey === 'ReadOnly' ? Events : [] }),
});

const withTrail = async (event: object, answers: AccountAnswers) => {
  const account = anAccount(answers);
  const [evidence] = await collectEvidence(event, account, { collectors: [...COLLECTORS, ...LATER] });
  return { diagnosis: diagnose(evidence), account };
};

test('who changed the service before the stop is told with the call, and calls about something else are not', async () => {
  const { diagnosis, account } = await withTrail(stopEvent(), TRAIL(
    call('UpdateService', 5, { service: 'web' }), call('UpdateService', 4, { service: 'website' }), call('RegisterTargets', 3, { service: 'web' }, { type: 'AWSService' }),
  ));
  expect(diagnosis.clues.filter(({ source }) => source === 'CloudTrail')).toEqual([{
    source: 'CloudTrail',
    quote: 'UpdateService by arn:aws:sts::111122223333:assumed-role/dev/ada at 2026-11-03T02:05:29.000Z: web',
    says: 'this call changed it shortly before',
  }]);
  expect(account.inputs.get('cloudtrail:LookupEvents')).toMatchObject({ StartTime: new Date('2026-11-03T01:09:00Z'), LookupAttributes: [{ AttributeValue: 'iam.amazonaws.com' }] });
});

test('who called StopTask is told', async () => {
  const stopped = stopEvent({ stopCode: 'UserInitiated', stoppedReason: 'Task stopped by user', containers: [{ name: 'app', exitCode: 143 }] });
  const { diagnosis } = await withTrail(stopped, TRAIL(call('StopTask', 0, { task: stopEvent().detail.taskArn })));
  expect(diagnosis.cause).toBe('stop/user');
  expect(diagnosis.clues).toContainEqual({
    source: 'CloudTrail', quote: `StopTask by arn:aws:sts::111122223333:assumed-role/dev/ada at 2026-11-03T02:10:29.000Z: ${TASK_ID}`, says: 'this call stopped it',
  });
});

test('a task of the revision that was steady has nothing changed', async () => {
  const steady = { serviceRevisions: [{ taskDefinition: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:8' }] };
  const { evidence } = await diagnosed(stopEvent(), { ...ALL, 'ecs:DescribeServiceRevisions': steady });
  expect(evidence.revision).toBeUndefined();
});

test('a task of a deployment that is completed belongs to no rollout, and the service itself tells what it is steady with', async () => {
  const deployments = [{ id: 'ecs-svc/1', rolloutState: 'COMPLETED', taskDefinition: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:8' }];
  const { evidence, account } = await diagnosed(stopEvent({ startedBy: 'ecs-svc/1' }), { ...ALL, 'ecs:DescribeServices': service({ deployments }) });
  expect([evidence.rollout, evidence.revision]).toEqual([undefined, undefined]);
  expect(account.asked.filter(action => /ServiceDeployments|ServiceRevisions/.test(action))).toEqual([]);
});

test('a task of a deployment that goes on is compared with the one that the service is steady with', async () => {
  const deployments = [
    { id: 'ecs-svc/2', rolloutState: 'IN_PROGRESS', taskDefinition: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:8' },
    { id: 'ecs-svc/1', rolloutState: 'COMPLETED', taskDefinition: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:6' },
  ];
  const { evidence } = await diagnosed(stopEvent({ startedBy: 'ecs-svc/2' }), { ...ALL, 'ecs:DescribeServices': service({ deployments }) });
  expect(evidence.revision?.name).toBe('task definition revision 6 → 8');
  expect(evidence.rollout).toMatchObject({ failures: 3, threshold: 10 });
});

test('a stop that is certain without the account asks it for nothing', async () => {
  const gone = 'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref docker.io/acme/web:8: docker.io/acme/web:8: not found';
  const { account } = await diagnosed(stopEvent({ stopCode: 'TaskFailedToStart', stoppedReason: gone, startedAt: undefined, containers: [{ name: 'app' }] }), ALL);
  expect(account.asked.filter(action => !action.startsWith('ecs:'))).toEqual([]);
});

test.each([
  [{ account: '999988887777', region: 'eu-west-1' }, 'the task ran in account 111122223333 and Region eu-west-1, but only 999988887777 in eu-west-1 can be read'],
  [{ account: '111122223333', region: 'us-east-1' }, 'the task ran in account 111122223333 and Region eu-west-1, but only 111122223333 in us-east-1 can be read'],
])('of a stop from elsewhere nothing is read in %j, where things may have the same names, and the diagnosis says so', async (home, because) => {
  const account = anAccount(ALL);
  const [evidence] = await collectEvidence(stopEvent(), account, { home });
  expect(account.asked).toEqual([]);
  expect(evidence.gaps).toEqual([{ source: 'account', because }]);
});

test('of a stop from the account that can be asked all is read', async () => {
  const account = anAccount(ALL);
  await collectEvidence(stopEvent(), account, { home: { account: '111122223333', region: 'eu-west-1' } });
  expect(account.asked).toContain('logs:GetLogEvents');
});

test('an ordinary stop asks for nothing at all', async () => {
  const replaced = { stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/0123456789012345678)', containers: [{ name: 'app', exitCode: 0 }] };
  const { account, diagnosis } = await diagnosed(stopEvent(replaced), ALL);
  expect(diagnosis.severity).toBe('benign');
  expect(account.asked).toEqual([]);
});

test('what the load balancer says of the target names the cause of failed health checks', async () => {
  const unhealthy = {
    TargetHealthDescriptions: [
      { Target: { Id: '10.0.1.9', Port: 8080 }, TargetHealth: { State: 'unhealthy', Reason: 'Target.ResponseCodeMismatch', Description: 'Health checks failed with these codes: [404]' } },
      { Target: { Id: '10.0.1.10', Port: 8080 }, TargetHealth: { State: 'healthy' } },
    ],
  };
  const { diagnosis } = await diagnosed(stopEvent(FAILED_CHECKS), { ...ALL, 'logs:GetLogEvents': lines('listening'), 'elasticloadbalancing:DescribeTargetHealth': unhealthy });
  expect(diagnosis.cause).toBe('health/elb-path');
  expect(diagnosis.clues.map(({ quote }) => quote)).toContain('Target.ResponseCodeMismatch: Health checks failed with these codes: [404]');
});

test('targets that are well now refute nothing of a task that stopped', async () => {
  const healthy = { TargetHealthDescriptions: [{ Target: { Id: '10.0.1.10', Port: 8080 }, TargetHealth: { State: 'healthy' } }] };
  const [without, with_] = await Promise.all([
    diagnosed(stopEvent(FAILED_CHECKS), { ...ALL, 'logs:GetLogEvents': lines('listening') }),
    diagnosed(stopEvent(FAILED_CHECKS), { ...ALL, 'logs:GetLogEvents': lines('listening'), 'elasticloadbalancing:DescribeTargetHealth': healthy }),
  ]);
  expect(with_.diagnosis).toEqual(without.diagnosis);
});

test('events of the service from another time, or about another task, are no evidence of this stop', async () => {
  const events = [
    { createdAt: '2026-11-03T02:10:35Z', message: '(service web) has started 1 tasks: (task 99999999999999999999999999999999).' },
    { createdAt: '2026-11-03T02:10:31Z', message: `(service web) (task ${TASK_ID}) (port 8080) is unhealthy in (target-group ${TARGET_GROUP}) due to (reason Request timed out).` },
    { createdAt: '2026-11-01T00:00:00Z', message: '(service web) was unable to place a task. Reason: Capacity is unavailable at this time.' },
  ];
  const { evidence } = await diagnosed(stopEvent(FAILED_CHECKS), { ...ALL, 'ecs:DescribeServices': service({ events }), 'logs:GetLogEvents': { events: [] } });
  expect(evidence.serviceEvents).toEqual([expect.stringContaining('due to (reason Request timed out)')]);
});

test.each([
  ['FireLens', { logDriver: 'awsfirelens', options: { Name: 'cloudwatch_logs', log_group_name: '/app/web' } }, 'container app logs through FireLens; look in cloudwatch_logs /app/web'],
  ['another driver', { logDriver: 'splunk', options: { 'splunk-url': 'https://splunk' } }, 'container app logs with the driver splunk; look in the destination of that driver'],
  ['no driver', undefined, 'container app has no log driver, so its output is lost'],
  ['another Region', { logDriver: 'awslogs', options: { 'awslogs-group': '/w', 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'w' } }, 'container app logs to /w in us-east-1; read it there'],
])('a log that goes to %s is a gap with the place to look', async (_where, logConfiguration, because) => {
  const { diagnosis, account } = await diagnosed(stopEvent(), { ...ALL, 'ecs:DescribeTaskDefinition': definition(8, { logConfiguration }) });
  expect(diagnosis.gaps).toContainEqual({ source: 'container log', because });
  expect(account.asked).not.toContain('logs:GetLogEvents');
});

test('a call that is denied is named with its permission, and the rest is diagnosed', async () => {
  const { diagnosis } = await diagnosed(stopEvent(), { ...ALL, 'logs:GetLogEvents': () => undefined });
  expect(diagnosis.gaps).toContainEqual({ source: 'logs:GetLogEvents', because: 'the call is denied; allow logs:GetLogEvents' });
  expect(diagnosis.cause).toBe('exit/application-error');
});

test('secrets in a log are gone before anybody sees the evidence', async () => {
  const { evidence } = await diagnosed(stopEvent(), { ...ALL, 'logs:GetLogEvents': lines('Error: connect failed postgres://app:hunter2secret@db/app') });
  expect(JSON.stringify(evidence)).not.toContain('hunter2secret');
});

test('a deployment that failed is diagnosed from its tasks that stopped, and from the log of one', async () => {
  const failed = {
    ...stopEvent(),
    'detail-type': 'ECS Deployment State Change',
    'resources': ['arn:aws:ecs:eu-west-1:111122223333:service/prod/web'],
    'detail': { eventType: 'ERROR', eventName: 'SERVICE_DEPLOYMENT_FAILED', deploymentId: 'ecs-svc/123', reason: 'ECS deployment circuit breaker: tasks failed to start.' },
  };
  const { detail } = stopEvent();
  const { diagnosis, account } = await diagnosed(failed, {
    ...ALL,
    'ecs:ListTasks': { taskArns: [detail.taskArn, 'other'] },
    'ecs:DescribeTasks': { tasks: [{ ...detail, startedBy: 'ecs-svc/123' }, { ...detail, taskArn: 'other', startedBy: 'ecs-svc/122' }] },
  });
  expect(diagnosis.cause).toBe('app/dependency-unreachable');
  expect(account.inputs.get('ecs:ListTasks')).toEqual({
    cluster: 'prod', serviceName: 'web', desiredStatus: 'STOPPED', maxResults: 100,
  });
});

test.each([
  ['a list that is none', { services: 'many' }],
  ['fields of another type', { services: [{ serviceName: 7, events: { message: [] }, loadBalancers: 'one' }] }],
])('an answer with %s costs the stop nothing', async (_what, answer) => {
  const { diagnosis } = await diagnosed(stopEvent(), { ...ALL, 'ecs:DescribeServices': answer });
  expect(diagnosis.cause).toBe('app/dependency-unreachable');
});

test('a collector that fails is a gap, and the stop is diagnosed', async () => {
  const account = { read: () => { throw new Error('no such call'); } };
  const [evidence] = await collectEvidence(stopEvent(), account);
  expect(diagnose(evidence).cause).toBe('exit/application-error');
  expect(evidence.gaps).toContainEqual({ source: 'account', because: 'reading it failed (Error: no such call); please report it' });
});

const ECR = '111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:8';

const NOT_PULLED = {
  stopCode: 'TaskFailedToStart',
  stoppedReason: `CannotPullContainerError: pull access denied for ${ECR}, repository does not exist or may require 'docker login': denied`,
  startedAt: undefined,
  containers: [{ name: 'app', image: ECR }],
};

const INDEX = {
  'ecr:DescribeImages': { imageDetails: [{ imageManifestMediaType: 'application/vnd.oci.image.index.v1+json', imagePushedAt: '2026-11-01T00:00:00Z' }] },
  'ecr:BatchGetImage': {
    images: [{ imageManifest: JSON.stringify({ manifests: [{ platform: { os: 'linux', architecture: 'arm64' } }, { platform: { os: 'unknown', architecture: 'unknown' } }] }) }],
  },
};

test('an image that ECR does not have is the cause where the words leave it open', async () => {
  const { diagnosis, account } = await diagnosed(stopEvent(NOT_PULLED), { ...ALL, 'ecr:DescribeImages': new Error('RepositoryNotFoundException: no') });
  expect(diagnosis).toMatchObject({ cause: 'pull/image-not-found', confidence: 'certain' });
  expect(diagnosis.clues).toContainEqual({ source: 'registry', quote: expect.stringContaining(ECR), says: 'ECR has no such repository' });
  expect(account.inputs.get('ecr:DescribeImages')).toEqual({ registryId: '111122223333', repositoryName: 'web', imageIds: [{ imageTag: '8' }] });
});

test('an image that is there now refutes nothing', async () => {
  const now: AccountAnswers = { ...ALL, 'ecr:DescribeImages': { imageDetails: [{ imagePushedAt: '2026-11-03T02:20:00Z' }] } };
  const [without, there] = await Promise.all([ALL, now].map(answers => diagnosed(stopEvent(NOT_PULLED), answers)));
  expect(there.diagnosis.cause).toBe(without.diagnosis.cause);
});

test('an image without a build for the processor of the task is told with its platforms', async () => {
  const mismatch = { ...NOT_PULLED, stoppedReason: `CannotPullContainerError: failed to resolve ref ${ECR}` };
  const { diagnosis } = await diagnosed(stopEvent(mismatch), { ...ALL, ...INDEX });
  expect(diagnosis).toMatchObject({ cause: 'pull/platform-mismatch', confidence: 'certain' });
  expect(diagnosis.clues[0]).toEqual({
    source: 'registry', quote: `${ECR}: linux/arm64`, says: 'the image is built for these platforms, and the task needs linux/amd64',
  });
});

const SECRET = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/database-Ab12Cd';

const WITH_SECRETS = definition(8, { secrets: [{ name: 'DATABASE', valueFrom: `${SECRET}:password::` }, { name: 'MODE', valueFrom: '/web/mode' }] });

const NO_SECRET = {
  stopCode: 'TaskFailedToStart',
  stoppedReason: 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: '
    + `unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret ${SECRET}`,
  startedAt: undefined,
  containers: [{ name: 'app' }],
};

test.each([
  ['does not exist', new Error('ResourceNotFoundException: no'), 'the account has no such secret or parameter'],
  ['is marked for deletion', { DeletedDate: '2026-11-02T00:00:00Z' }, 'this secret was marked for deletion at 2026-11-02T00:00:00.000Z, and cannot be read'],
])('a secret that %s is the cause where the words are cut before it', async (_what, answer, says) => {
  const { diagnosis, account } = await diagnosed(stopEvent(NO_SECRET), {
    ...ALL, 'ecs:DescribeTaskDefinition': WITH_SECRETS, 'secretsmanager:DescribeSecret': answer, 'ssm:DescribeParameters': { Parameters: [{ Name: '/web/mode' }] },
  });
  expect(diagnosis).toMatchObject({ cause: 'init/secret-not-found', confidence: 'certain' });
  expect(diagnosis.clues).toContainEqual({ source: 'account', quote: expect.stringContaining(SECRET), says });
  expect(account.inputs.get('secretsmanager:DescribeSecret')).toEqual({ SecretId: SECRET });
});

const DENIED = {
  ...NO_SECRET,
  stoppedReason: `${NO_SECRET.stoppedReason} from secrets manager: AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/web-exec/1 is not `
    + `authorized to perform: secretsmanager:GetSecretValue on resource: ${SECRET} because no identity-based policy allows the secretsmanager:GetSecretValue action`,
};

const EXECUTION_ROLE = 'arn:aws:iam::111122223333:role/ops/web-exec';

const simulation = (fields: object) => ({
  ...ALL,
  'ecs:DescribeTaskDefinition': withRole(WITH_SECRETS),
  'iam:SimulatePrincipalPolicy': ({ ActionNames: [EvalActionName], ResourceArns: [EvalResourceName] }: any) =>
    ({ EvaluationResults: EvalResourceName === SECRET ? [{ EvalActionName, EvalResourceName, ...fields }] : [] }),
  'secretsmanager:DescribeSecret': {},
});

const withRole = ({ taskDefinition }: ReturnType<typeof definition>, fields: { readonly volumes?: readonly object[] } = {}) =>
  ({ taskDefinition: { ...taskDefinition, executionRoleArn: EXECUTION_ROLE, ...fields } });

const simulated = ({ clues }: Diagnosis) => clues.filter(({ source }) => source === 'IAM simulation').map(({ says }) => says);

test('IAM is asked for the very role, action and secret that were denied', async () => {
  const { account, diagnosis } = await diagnosed(stopEvent(DENIED), simulation({ EvalDecision: 'implicitDeny' }));
  expect(account.inputs.get('iam:SimulatePrincipalPolicy')).toEqual({
    PolicySourceArn: EXECUTION_ROLE, ActionNames: ['secretsmanager:GetSecretValue'], ResourceArns: [SECRET],
  });
  expect(simulated(diagnosis)).toEqual(['no policy of the role allows it; only a resource policy can']);
});

test('an explicit deny is told with the policy that denies', async () => {
  const { diagnosis } = await diagnosed(stopEvent(DENIED), simulation({ EvalDecision: 'explicitDeny', MatchedStatements: [{ SourcePolicyId: 'user_web-exec_Guard' }] }));
  expect(simulated(diagnosis)).toEqual(['a policy denies it: user_web-exec_Guard']);
});

test('a permissions boundary that does not allow the action is told', async () => {
  const { diagnosis } = await diagnosed(stopEvent(NO_SECRET), simulation({ EvalDecision: 'implicitDeny', PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: false } }));
  expect(diagnosis).toMatchObject({ cause: 'init/secret-permission', confidence: 'likely' });
  expect(simulated(diagnosis)).toEqual(['the permissions boundary of the role does not allow it']);
});

test('an implicit deny alone makes nothing surer, because a policy of the secret can allow it', async () => {
  const { diagnosis } = await diagnosed(stopEvent(NO_SECRET), simulation({ EvalDecision: 'implicitDeny' }));
  expect(diagnosis.confidence).toBe('possible');
});

test('what IAM allows now goes behind what nothing speaks against, and is refuted by nothing', async () => {
  const cut = { ...NO_SECRET, stoppedReason: 'ResourceInitializationError: unable to pull secrets or registry auth: unable to retrieve secret from asm' };
  const { diagnosis } = await diagnosed(stopEvent(cut), simulation({ EvalDecision: 'allowed' }));
  expect(diagnosis.cause).toBe('init/network');
  expect(diagnosis.alternatives.map(({ cause }) => cause)).toContain('init/secret-permission');
});

test('a denial stays what it says, although the role is allowed it now', async () => {
  const { diagnosis } = await diagnosed(stopEvent(DENIED), simulation({ EvalDecision: 'allowed' }));
  expect(diagnosis).toMatchObject({ cause: 'init/secret-permission', confidence: 'certain' });
  expect(diagnosis.clues.map(({ says }) => says).join()).toContain('the role is allowed the action now: it was granted later');
});

test('a simulation that depends on what only the call has is a gap', async () => {
  const { diagnosis } = await diagnosed(stopEvent(DENIED), simulation({ EvalDecision: 'implicitDeny', MissingContextValues: ['aws:SourceVpce'] }));
  expect(simulated(diagnosis)).toEqual([]);
  expect(diagnosis.gaps.map(({ because }) => because).join()).toContain('depends on aws:SourceVpce, which are known only for the call itself');
});

const NO_GROUP = stopEvent({
  ...NO_SECRET, stoppedReason: 'ResourceInitializationError: failed to validate logger args',
});

const group = (fields: object) => ({ ...ALL, 'logs:DescribeLogGroups': { logGroups: [{ logGroupName: '/ecs/web-2' }, ...[fields].filter(each => 'logGroupName' in each)] } });

test('a log group that is not there is the cause where the words leave it open', async () => {
  const { diagnosis } = await diagnosed(NO_GROUP, group({}));
  expect(diagnosis).toMatchObject({ cause: 'init/log-group-missing', confidence: 'certain' });
});

test.each([
  ['was made before the stop is refuted as missing', '2026-10-01T00:00:00Z', false],
  ['was made after the stop is not refuted', '2026-11-03T05:00:00Z', true],
])('a log group that %s', async (_what, creationTime, isPossible) => {
  const { diagnosis } = await diagnosed(NO_GROUP, group({ logGroupName: '/ecs/web', creationTime: Date.parse(creationTime) }));
  expect([diagnosis.cause, ...diagnosis.alternatives.map(({ cause }) => cause)].includes('init/log-group-missing')).toBe(isPossible);
});

const ON_EFS = (accessPointId: string) => withRole(definition(8), {
  volumes: [{ name: 'files', efsVolumeConfiguration: { fileSystemId: 'fs-0123', authorizationConfig: { accessPointId } } }],
});

test('an access point that is not there is told', async () => {
  const stop = { ...NO_SECRET, stoppedReason: 'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: b\'mount.nfs4: mounting fs-0123:/ failed, reason given by server: No such file or directory\'' };
  const { diagnosis, account } = await diagnosed(stopEvent(stop), {
    ...ALL,
    'ecs:DescribeTaskDefinition': ON_EFS('fsap-1'),
    'elasticfilesystem:DescribeAccessPoints': new Error('AccessPointNotFound: no'),
    'elasticfilesystem:DescribeFileSystems': { FileSystems: [{ FileSystemId: 'fs-0123' }] },
  });
  expect(diagnosis.cause).toBe('init/efs-path');
  expect(diagnosis.clues).toContainEqual({ source: 'account', quote: 'fsap-1', says: 'the account has no such access point' });
  expect(account.inputs.get('elasticfilesystem:DescribeAccessPoints')).toEqual({ AccessPointId: 'fsap-1' });
});

test('every declared call of a collector is made, and no other', async () => {
  const deployment = { ...stopEvent(), 'detail-type': 'ECS Deployment State Change', 'resources': ['arn:aws:ecs:eu-west-1:111122223333:service/prod/web'], 'detail': { eventType: 'ERROR', eventName: 'SERVICE_DEPLOYMENT_FAILED', reason: 'tasks failed to start.' } };
  const { detail } = stopEvent();
  const answers = {
    ...ALL,
    ...INDEX,
    'secretsmanager:DescribeSecret': {},
    'ssm:DescribeParameters': { Parameters: [] },
    'ecs:DescribeTaskDefinition': withRole(WITH_SECRETS, { volumes: ON_EFS('fsap-1').taskDefinition.volumes }),
    'ecs:ListTasks': { taskArns: ['one'] },
    'ecs:DescribeTasks': { tasks: [detail] },
  };
  const withSubnet = { attachments: [{ type: 'eni', details: [{ name: 'subnetId', value: 'subnet-1' }] }] };
  const events = [
    stopEvent(FAILED_CHECKS), deployment, stopEvent(NOT_PULLED), stopEvent({ ...NO_SECRET, ...withSubnet }), NO_GROUP,
    stopEvent({ ...NO_GROUP.detail, ...withSubnet }),
  ];
  const made = await Promise.all([
    ...events.map(async event => (await diagnosed(event, answers)).account.asked),
    diagnosed(NO_GROUP, { ...answers, 'ecs:DescribeTaskDefinition': ON_EFS('fsap-1') }).then(({ account }) => account.asked),
  ]);
  const declaredBy = (collectors: readonly Collector[]): readonly string[] => [...new Set(collectors.flatMap(({ calls }) => calls))];
  expect(declaredBy(COLLECTORS.filter(({ brings }) => !brings.includes('guardrails'))).filter(action => !made.flat().includes(action))).toEqual([]);
  expect(made.flat().filter(action => !declaredBy(COLLECTORS).includes(action))).toEqual([]);
});

test('whatever a guardrail can prevent, a collector asks the guardrails for', () => {
  const asked = COLLECTORS.flatMap(({ causes = [] }) => causes);
  const preventable = Object.keys(PREVENTED_BY) as CauseId[];
  expect(preventable.filter(cause => causeOf(cause).severity === 'failure' && !asked.includes(cause))).toEqual([]);
});
