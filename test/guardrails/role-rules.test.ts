import { HARDENED_EXECUTION_ROLE, HARDENED_SERVICE, HARDENED_TASK, HARDENED_TASK_ROLE } from './hardened-facts';
import { broken, eachReplaced, patched } from './patched';
import { UNKNOWN } from '../../src/facts/model/fact';
import type { ServiceFacts } from '../../src/facts/model/service';
import { CATALOGUE } from '../../src/guardrails/catalogue';
import { evaluate } from '../../src/guardrails/evaluate';

const RULES = CATALOGUE.filter(({ id }) => /^(execution-role-|task-role-|roles-|separate-roles)/.test(id));

const findings = (service: ServiceFacts) => evaluate(service, RULES).map(({ rule, seen }) => [rule.id, seen]);
const withTask = (patch: object) => patched(HARDENED_SERVICE, { task: patch });
const seenBy = (id: string, service: ServiceFacts) => findings(service).filter(([rule]) => rule === id).map(([, seen]) => seen);

test.each(RULES.map(rule => [rule.id, rule] as const))('knowing less never adds a fault to what breaks %s', (id, rule) => {
  const accused = [...eachReplaced(broken(rule), UNKNOWN)]
    .map(({ path, facts }) => ({ path, others: findings(facts).filter(([found]) => found !== id) }));
  expect(accused.filter(({ others }) => others.length > 0)).toEqual([]);
});

test('an execution role without any permission is one fault for each thing that it cannot do', () => {
  expect(findings(withTask({ executionRole: { ...HARDENED_EXECUTION_ROLE, statements: [] } })).map(([id]) => id)).toEqual([
    'execution-role-decrypts', 'execution-role-env-files', 'execution-role-logs', 'execution-role-pulls', 'execution-role-reads-secrets',
  ]);
});

test('a finding names every action that is missing, and the role', () => {
  expect(seenBy('execution-role-pulls', withTask({ executionRole: { ...HARDENED_EXECUTION_ROLE, statements: [] } }))).toEqual([
    'the execution role \'Shop/ExecutionRole\' has no permission to sign in to ECR (ecr:GetAuthorizationToken), '
    + 'pull \'111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop:1.2.3\' (ecr:BatchGetImage, ecr:GetDownloadUrlForLayer)',
  ]);
});

test('a task definition without an execution role cannot pull from ECR, nor write a log', () => {
  const seen = findings(withTask({ executionRole: undefined }));
  expect(seen.map(([id]) => id)).toEqual(['execution-role-env-files', 'execution-role-logs', 'execution-role-pulls', 'execution-role-reads-secrets']);
  expect(seen[1][1]).toBe('the task definition has no execution role to write to the log group of \'app\'');
});

test('a session needs a task role', () => {
  expect(seenBy('task-role-exec', withTask({ taskRole: undefined }))).toEqual([expect.stringContaining('the task definition has no task role to open the channels of an ECS Exec session')]);
  expect(findings({ ...withTask({ taskRole: undefined }), enableExecuteCommand: false })).toEqual([]);
});

test('a session that is recorded in a bucket needs to be written there', () => {
  const recorded = patched(HARDENED_SERVICE, { cluster: { execLogging: { logGroup: undefined, recordsInBucket: { arn: '${Shop/Records.Arn}/${?}', grants: [] } } } });
  expect(seenBy('task-role-exec', recorded)).toEqual(['the task role \'Shop/TaskRole\' has no permission to write session logs to the bucket (s3:PutObject)']);
  const elsewhere = patched(recorded, { cluster: { execLogging: { recordsInBucket: { grants: UNKNOWN } } } });
  expect(findings(elsewhere)).toEqual([]);
});

test('one role for ECS and for the application is one fault, whatever the role may do', () => {
  const shared = { ...HARDENED_EXECUTION_ROLE, managedPolicies: ['arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy'] };
  expect(findings({ ...HARDENED_SERVICE, task: { ...HARDENED_TASK, executionRole: shared, taskRole: shared } }).map(([id]) => id)).toEqual(['separate-roles']);
});

test('a finding says of each role whom it trusts too much or too little', () => {
  const trust = HARDENED_TASK_ROLE.trust === UNKNOWN ? [] : HARDENED_TASK_ROLE.trust;
  const broad = { ...trust[0], conditional: false, principals: ['*'], services: ['lambda.amazonaws.com'] };
  expect(seenBy('roles-trusted-by-ecs-tasks', withTask({ taskRole: { trust: [...trust, broad] }, executionRole: { trust: [] } }))).toEqual([
    '\'Shop/ExecutionRole\' does not trust ecs-tasks.amazonaws.com; \'Shop/TaskRole\' also trusts *, lambda.amazonaws.com',
  ]);
});
