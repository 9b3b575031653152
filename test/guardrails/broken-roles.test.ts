import { Aws, CfnParameter, Lazy } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { loggingIn } from './corpus/parts/task';
import { PlainService } from './plain-service';
import { byAspect, changed, type Declare, judgedTogether, lowLevel, override, stackOf, withContainer } from './ways-to-break';
import { CATALOGUE } from '../../src/guardrails/catalogue';

const RULES = CATALOGUE.map(({ id }) => id).filter(id => /^(execution-role-|task-role-|roles-|separate-roles)/.test(id));

const ECS_TASKS = new iam.ServicePrincipal('ecs-tasks.amazonaws.com');
const roleFor = (scope: Construct, id: string, props: Partial<iam.RoleProps> = {}) => new iam.Role(scope, id, { assumedBy: ECS_TASKS, ...props });
const managed = (name: string) => iam.ManagedPolicy.fromAwsManagedPolicyName(name);

/** A document that allows everything but some actions. */
const allBut = (...actions: string[]) => ({ Statement: [{ Effect: 'Allow', NotAction: actions, Resource: '*' }] });

/** An execution role without constructs, which may do everything but some actions. */
function executionRoleWithout(scope: Construct, ...actions: string[]): string {
  const trust = { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ecs-tasks.amazonaws.com' } }] };
  return new iam.CfnRole(scope, 'ExecutionRole', { assumeRolePolicyDocument: trust, policies: [{ policyName: 'P', policyDocument: allBut(...actions) }] }).attrArn;
}

const lowLevelWithout = (action: string, container: (scope: Construct) => Parameters<typeof lowLevel>[0]['container']): Declare =>
  (scope, vpc) => lowLevel({ container: container(scope), task: { executionRoleArn: executionRoleWithout(scope, action) } })(scope, vpc);

/** The policies of the execution role are replaced when everything is declared. */
const executionPolicyBut = (...actions: string[]): Declare => (scope, vpc) => {
  const repository = new ecr.Repository(scope, 'Repository');
  const bucket = new s3.Bucket(scope, 'Settings');
  const secret = new secretsmanager.Secret(scope, 'Token', { encryptionKey: new kms.Key(scope, 'TokenKey') });
  const { task } = new PlainService(scope, 'Plain', {
    vpc,
    container: {
      image: ecs.ContainerImage.fromEcrRepository(repository, '1.2.3'),
      environmentFiles: [ecs.EnvironmentFile.fromBucket(bucket, 'production.env')],
      secrets: { TOKEN: ecs.Secret.fromSecretsManager(secret) },
    },
  });
  bucket.grantRead(task.obtainExecutionRole(), 'production.env');
  for (const node of scope.node.findAll()) {
    if (node instanceof iam.CfnPolicy && node.node.path.includes('ExecutionRole')) override(node, 'PolicyDocument', allBut(...actions));
    // The CDK lets the role use the key in the key's own policy, too.
    if (node instanceof kms.CfnKey && actions.includes('kms:*')) override(node, 'KeyPolicy', ACCOUNT_DECIDES);
  }
};

const ACCOUNT_DECIDES = { Statement: [{ Effect: 'Allow', Action: 'kms:*', Resource: '*', Principal: { AWS: { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' } } }] };

const imageByName = withContainer({ image: ecs.ContainerImage.fromRegistry(`${Aws.ACCOUNT_ID}.dkr.ecr.${Aws.REGION}.${Aws.URL_SUFFIX}/shop:1.2.3`) });

const signInOnRepository: Declare = (scope, vpc) => {
  const repository = new ecr.Repository(scope, 'Repository');
  const executionRole = roleFor(scope, 'Role');
  executionRole.addToPolicy(new iam.PolicyStatement({ actions: ['ecr:*', 'logs:*'], resources: [repository.repositoryArn] }));
  executionRole.addToPolicy(new iam.PolicyStatement({ actions: ['logs:*', 'secretsmanager:*'], resources: ['*'] }));
  const image = ecs.ContainerImage.fromEcrRepository(repository, '1.2.3');
  new PlainService(scope, 'Plain', { vpc, task: { executionRole: executionRole.withoutPolicyUpdates() }, container: { image } });
};

const keyOfImportedSecret: Declare = (scope, vpc) => {
  const { ref } = new secretsmanager.CfnSecret(scope, 'Token', { kmsKeyId: new kms.Key(scope, 'TokenKey').keyArn });
  const secret = secretsmanager.Secret.fromSecretCompleteArn(scope, 'Imported', ref);
  new PlainService(scope, 'Plain', { vpc, container: { secrets: { TOKEN: ecs.Secret.fromSecretsManager(secret) } } });
};

/** An image of a registry that asks for an account, which is kept under a key of the user's own. */
const withRegistryAccount = (scope: Construct): Partial<ecs.CfnTaskDefinition.ContainerDefinitionProperty> => {
  const { ref: kmsKeyId } = new kms.CfnKey(scope, 'Key', { keyPolicy: ACCOUNT_DECIDES });
  const { ref: credentialsParameter } = new secretsmanager.CfnSecret(scope, 'Account', { kmsKeyId });
  return { image: 'registry.shop.internal/shop:1.2.3', repositoryCredentials: { credentialsParameter } };
};

const imageOfAnotherAccount: Declare = (scope, vpc) => {
  const repository = ecr.Repository.fromRepositoryArn(scope, 'Repository', 'arn:aws:ecr:eu-west-1:444455556666:repository/shop');
  new PlainService(scope, 'Plain', { vpc, container: { image: ecs.ContainerImage.fromEcrRepository(repository, '1.2.3') } });
};

/** A service with settings in a bucket, to whose execution role nobody gives anything but by what follows. */
const settingsFile = (grant: (bucket: s3.Bucket, executionRole: iam.IRole) => void = () => undefined): Declare => (scope, vpc) => {
  const bucket = new s3.Bucket(scope, 'Settings');
  const { task } = new PlainService(scope, 'Plain', { vpc, container: { environmentFiles: [ecs.EnvironmentFile.fromBucket(bucket, 'production.env')] } });
  grant(bucket, task.obtainExecutionRole());
};

const refusalOf = (bucket: s3.Bucket): iam.PolicyStatement => new iam.PolicyStatement({
  effect: iam.Effect.DENY, actions: ['s3:*'], resources: [bucket.arnForObjects('*')], principals: [new iam.AnyPrincipal()],
});

const driverByName = changed(({ cfnTask, node }) =>
  override(cfnTask, 'ContainerDefinitions.0.LogConfiguration.Options.awslogs-group', new logs.LogGroup(node.scope as Construct, 'Other').logGroupName));

/** Logs that go to Virginia, and an execution role that may write logs in one Region. */
const logsInVirginia = (allowed: string): Declare => (scope, vpc) => {
  const executionRole = roleFor(scope, 'ExecutionRole');
  executionRole.addToPolicy(new iam.PolicyStatement({ actions: ['logs:*'], resources: [`arn:aws:logs:${allowed}:111122223333:log-group:*`] }));
  new PlainService(scope, 'Plain', { vpc, task: { executionRole: executionRole.withoutPolicyUpdates() }, container: { logging: loggingIn(scope, 'us-east-1'), secrets: undefined } });
};

const policyOfTask = (statement: iam.PolicyStatementProps): Declare =>
  changed(({ task }) => task.addToTaskRolePolicy(new iam.PolicyStatement(statement)));

const taskRoleWith = (props: Partial<iam.RoleProps>): Declare =>
  (scope, vpc) => void new PlainService(scope, 'Plain', { vpc, task: { taskRole: roleFor(scope, 'TaskRole', props) } });

const taskRoleThatNobodyMayChange: Declare = (scope, vpc) =>
  void new PlainService(scope, 'Plain', { vpc, task: { taskRole: roleFor(scope, 'TaskRole').withoutPolicyUpdates() } });

/** A session whose record goes where the task role may not write. */
const otherRecord = changed(({ cfnCluster, node }) =>
  override(cfnCluster, 'Configuration.ExecuteCommandConfiguration.LogConfiguration.CloudWatchLogGroupName', new logs.LogGroup(node.scope as Construct, 'Other').logGroupName));

const trustedBy = (...principals: iam.IPrincipal[]): Declare => taskRoleWith({ assumedBy: new iam.CompositePrincipal(new iam.ServicePrincipal('ecs-tasks.amazonaws.com'), ...principals as iam.PrincipalBase[]) });

const trustEverybody = byAspect(iam.CfnRole, role => {
  role.assumeRolePolicyDocument = { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ecs-tasks.amazonaws.com', AWS: '*' } }] };
});

/** Every way in which people break a rule about roles, tried in one app. */
const BROKEN: readonly (readonly [rule: string, way: string, declare: Declare])[] = [
  ['execution-role-pulls', 'prop', imageByName],
  ['execution-role-pulls', 'sign-in on the repository only', signInOnRepository],
  ['execution-role-pulls', 'override', executionPolicyBut('ecr:*')],
  ['execution-role-pulls', 'L1', lowLevelWithout('ecr:*', scope => ({ image: new ecr.CfnRepository(scope, 'Repository').attrRepositoryUri }))],
  ['execution-role-decrypts', 'prop', keyOfImportedSecret],
  ['execution-role-decrypts', 'override', executionPolicyBut('kms:*')],
  ['execution-role-decrypts', 'L1', lowLevelWithout('kms:*', scope => ({
    secrets: [{
      name: 'TOKEN',
      valueFrom: new secretsmanager.CfnSecret(scope, 'Token', {
        kmsKeyId: new kms.CfnKey(scope, 'Key', { keyPolicy: ACCOUNT_DECIDES }).ref,
      }).ref,
    }],
  }))],
  ['execution-role-decrypts', 'account at a registry', lowLevelWithout('kms:*', withRegistryAccount)],
  ['execution-role-reads-secrets', 'account at a registry', lowLevelWithout('secretsmanager:*', withRegistryAccount)],
  ['execution-role-logs', 'prop', (scope, vpc) => void new PlainService(scope, 'Plain', {
    vpc, task: { executionRole: roleFor(scope, 'ExecutionRole').withoutPolicyUpdates() }, container: { secrets: undefined },
  })],
  ['execution-role-logs', 'permission in another Region', logsInVirginia('eu-west-1')],
  ['execution-role-logs', 'override', driverByName],
  ['execution-role-logs', 'override of the policy', executionPolicyBut('logs:*')],
  ['execution-role-logs', 'no role', lowLevel({ task: { executionRoleArn: undefined } })],
  ['execution-role-logs', 'L1', lowLevelWithout('logs:PutLogEvents', () => ({}))],
  ['execution-role-env-files', 'prop', settingsFile()],
  ['execution-role-env-files', 'grant for other files', settingsFile((bucket, role) => bucket.grantRead(role, 'staging/*'))],
  ['execution-role-env-files', 'refusal of the bucket', settingsFile((bucket, role) => {
    bucket.grantRead(role);
    bucket.addToResourcePolicy(refusalOf(bucket));
  })],
  ['execution-role-env-files', 'override', executionPolicyBut('s3:*')],
  ['execution-role-env-files', 'L1', lowLevelWithout('s3:*', scope => ({ environmentFiles: [{ type: 's3', value: `${new s3.CfnBucket(scope, 'Settings').attrArn}/production.env` }] }))],
  ['task-role-exec', 'prop', taskRoleThatNobodyMayChange],
  ['task-role-exec', 'another record', otherRecord],
  ['task-role-exec', 'override', changed(({ task }) =>
    override((task.taskRole.node.findChild('DefaultPolicy') as iam.Policy).node.defaultChild as iam.CfnPolicy, 'PolicyDocument.Statement', []))],
  ['task-role-exec', 'boundary', changed(({ task, node }) => iam.PermissionsBoundary.of(task.taskRole).apply(new iam.ManagedPolicy(node.scope as Construct, 'Limit', {
    statements: [new iam.PolicyStatement({ actions: ['s3:*'], resources: ['*'] })],
  })))],
  ['task-role-exec', 'denial', policyOfTask({ effect: iam.Effect.DENY, actions: ['ssmmessages:*'], resources: ['*'] })],
  ['task-role-not-admin', 'prop', taskRoleWith({ managedPolicies: [managed('AdministratorAccess')] })],
  ['task-role-not-admin', 'power user', taskRoleWith({ managedPolicies: [managed('PowerUserAccess')] })],
  ['task-role-not-admin', 'policy of the execution role', taskRoleWith({ managedPolicies: [managed('service-role/AmazonECSTaskExecutionRolePolicy')] })],
  ['task-role-not-admin', 'statement', policyOfTask({ actions: ['*'], resources: ['*'] })],
  ['task-role-not-admin', 'everything but a little', policyOfTask({ notActions: ['iam:*'], resources: ['*'] })],
  ['task-role-not-admin', 'override', changed(({ task }) => override(task.taskRole.node.defaultChild as iam.CfnRole, 'ManagedPolicyArns', ['arn:aws:iam::aws:policy/AdministratorAccess']))],
  ['task-role-not-admin', 'Aspect', byAspect(iam.CfnRole, role => void (role.managedPolicyArns = ['arn:aws:iam::aws:policy/AdministratorAccess']))],
  ['roles-trusted-by-ecs-tasks', 'prop', taskRoleWith({ assumedBy: new iam.ServicePrincipal('ecs.amazonaws.com') })],
  ['roles-trusted-by-ecs-tasks', 'another service', trustedBy(new iam.ServicePrincipal('lambda.amazonaws.com'))],
  ['roles-trusted-by-ecs-tasks', 'whole account', trustedBy(new iam.AccountRootPrincipal())],
  ['roles-trusted-by-ecs-tasks', 'override', changed(({ task }) => override(task.obtainExecutionRole().node.defaultChild as iam.CfnRole, 'AssumeRolePolicyDocument.Statement.0.Principal.Service', 'ec2.amazonaws.com'))],
  ['roles-trusted-by-ecs-tasks', 'Aspect', trustEverybody],
];

/** Services that no rule about roles may complain about. */
const SOUND: readonly (readonly [way: string, declare: Declare])[] = [
  ['everything as the CDK grants it', executionPolicyBut('iam:*')],
  ['roles that were made elsewhere', (scope, vpc) => void new PlainService(scope, 'Plain', {
    vpc,
    task: { executionRole: iam.Role.fromRoleArn(scope, 'E', 'arn:aws:iam::111122223333:role/e', { mutable: false }), taskRole: iam.Role.fromRoleName(scope, 'T', 'task') },
    container: { image: ecs.ContainerImage.fromRegistry('111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop:1.2.3') },
  })],
  ['roles that a parameter names', (scope, vpc) => lowLevel({ task: { executionRoleArn: new CfnParameter(scope, 'Role').valueAsString, taskRoleArn: Lazy.string({ produce: () => 'arn:aws:iam::111122223333:role/late' }) } })(scope, vpc)],
  ['a policy of another team', (scope, vpc) => {
    const managedPolicies = [iam.ManagedPolicy.fromManagedPolicyArn(scope, 'Elsewhere', 'arn:aws:iam::111122223333:policy/platform')];
    const [executionRole, taskRole] = ['E', 'T'].map(id => roleFor(scope, id, { managedPolicies }).withoutPolicyUpdates());
    new PlainService(scope, 'Plain', { vpc, task: { executionRole, taskRole } });
  }],
  ['a boundary that nobody knows', taskRoleWith({ permissionsBoundary: { managedPolicyArn: 'arn:aws:iam::111122223333:policy/limit' } as iam.IManagedPolicy })],
  ['an administrator within a boundary', taskRoleWith({ managedPolicies: [managed('AdministratorAccess')], permissionsBoundary: managed('job-function/ViewOnlyAccess') })],
  ['logs of another Region, where the role may write them', logsInVirginia('us-east-1')],
  ['a repository of another account', imageOfAnotherAccount],
  ['a file in a bucket that was made elsewhere', (scope, vpc) => void new PlainService(scope, 'Plain', {
    vpc, container: { environmentFiles: [ecs.EnvironmentFile.fromBucket(s3.Bucket.fromBucketName(scope, 'Settings', 'settings'), 'production.env')] },
  })],
  ['a file that the bucket itself lets the role read', settingsFile((bucket, role) =>
    void bucket.addToResourcePolicy(new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: [bucket.arnForObjects('*')], principals: [role] })))],
  ['a file for which a policy names the bucket and not its ARN', settingsFile((bucket, role) =>
    void role.addToPrincipalPolicy(new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: [`arn:aws:s3:::${bucket.bucketName}/*.env`] })))],
  ['a key that lets the role decrypt in its own policy', (scope, vpc) => {
    const key = new kms.Key(scope, 'TokenKey');
    const { ref } = new secretsmanager.CfnSecret(scope, 'Token', { kmsKeyId: key.keyId });
    const secret = secretsmanager.Secret.fromSecretCompleteArn(scope, 'Imported', ref);
    const { task } = new PlainService(scope, 'Plain', { vpc, container: { secrets: { TOKEN: ecs.Secret.fromSecretsManager(secret) } } });
    key.addToResourcePolicy(new iam.PolicyStatement({ actions: ['kms:Decrypt'], resources: ['*'], principals: [task.obtainExecutionRole()] }));
  }],
  ['trust in one other role', trustedBy(new iam.ArnPrincipal('arn:aws:iam::111122223333:role/debugger'))],
  ['trust in the account under a condition', trustedBy(new iam.AccountRootPrincipal().withConditions({ StringEquals: { 'aws:PrincipalTag/team': 'shop' } }))],
  ['a wildcard on one service', policyOfTask({ actions: ['s3:*'], resources: ['*'] })],
  ['the roles that the CDK makes', changed(() => undefined)],
  ['an account at a registry as the CDK grants it', (scope, vpc) => {
    const credentials = new secretsmanager.Secret(scope, 'Account', { encryptionKey: new kms.Key(scope, 'AccountKey') });
    new PlainService(scope, 'Plain', { vpc, container: { image: ecs.ContainerImage.fromRegistry('registry.shop.internal/shop:1.2.3', { credentials }) } });
  }],
  ['an account at a registry that goes by the name of a secret', lowLevelWithout('iam:*', () =>
    ({ image: 'registry.shop.internal/shop:1.2.3', repositoryCredentials: { credentialsParameter: 'registry-account' } }))],
];

const found = judgedTogether(Object.fromEntries([
  ...BROKEN.map(([rule, way, declare]) => [stackOf(rule, way), declare] as const),
  ...SOUND.map(([way, declare]) => [stackOf('sound', way), declare] as const),
]));

const faultsOf = (stack: string): readonly string[] => found(stack).filter(id => RULES.includes(id));

test.each(BROKEN)('%s, broken by %s, is found and no other fault of a role with it', (rule, way) => {
  expect([...new Set(faultsOf(stackOf(rule, way)))]).toEqual([rule]);
});

test.each(SOUND)('%s is found without fault', way => {
  expect(faultsOf(stackOf('sound', way))).toEqual([]);
});
