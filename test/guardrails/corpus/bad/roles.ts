import { ArnFormat, type Stack } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { BadConfiguration } from '../configuration';
import { readsSettings } from './settings-file';
import { imageOfPrivateRegistry, WITH_EXEC, WITH_SECRET, worker, WORKER } from './twins';
import { clusterAuditedByLogs, mountExecPaths } from '../parts/exec';
import { natVpc } from '../parts/network';
import { soundService, taskWithContainer } from '../parts/service';
import { spoil, theOnly } from '../parts/spoil';

const TASK = 'AWS::ECS::TaskDefinition';

const ecsRole = (stack: Stack, id: string, props: Partial<iam.RoleProps> = {}): iam.Role =>
  new iam.Role(stack, id, { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com'), ...props });

const managed = (name: string): iam.IManagedPolicy => iam.ManagedPolicy.fromAwsManagedPolicyName(name);

const secretArn = (stack: Stack): string => stack.formatArn({ service: 'secretsmanager', resource: 'secret', resourceName: 'shop/token', arnFormat: ArnFormat.COLON_RESOURCE_NAME });

/** Permissions that are missing, too wide, or given to the wrong role. */
export const ROLES: readonly BadConfiguration[] = [
  {
    sentence: 'one role as both the execution role and the task role',
    foundBy: ['separate-roles'],
    twin: WORKER,
    declare: worker(stack => {
      const role = ecsRole(stack, 'Role');
      return { task: { executionRole: role, taskRole: role } };
    }),
  },
  {
    sentence: 'one role as both the execution role and the task role, set by an escape hatch',
    foundBy: ['separate-roles'],
    ...spoil(WORKER, stack => {
      const executionRole = (stack.node.findChild('Task') as ecs.FargateTaskDefinition).obtainExecutionRole();
      theOnly(stack, TASK).addPropertyOverride('TaskRoleArn', stack.resolve(executionRole.roleArn));
    }),
  },
  {
    sentence: 'an ECR image given as plain text, without permission for the execution role to pull it',
    foundBy: ['execution-role-pulls'],
    twin: WORKER,
    declare: worker(stack => ({
      container: { image: ecs.ContainerImage.fromRegistry(`${stack.account}.dkr.ecr.${stack.region}.${stack.urlSuffix}/shop/worker:1.4.2`) },
    })),
  },
  {
    sentence: 'a secret that the task role can read but the execution role cannot',
    foundBy: ['execution-role-reads-secrets'],
    twin: WITH_SECRET,
    declare: stack => {
      const secret = new secretsmanager.Secret(stack, 'Token');
      const { taskDefinition } = soundService(stack);
      secret.grantRead(taskDefinition.taskRole);
      theOnly(stack, TASK).addPropertyOverride('ContainerDefinitions.0.Secrets', [{ Name: 'TOKEN', ValueFrom: stack.resolve(secret.secretArn) }]);
    },
  },
  {
    sentence: 'a permission for a secret\'s ARN without its random six-character suffix',
    foundBy: ['execution-role-reads-secrets'],
    twin: WITH_SECRET,
    declare: stack => {
      const { taskDefinition } = soundService(stack);
      new secretsmanager.Secret(stack, 'Token', { secretName: 'shop/token' });
      taskDefinition.addToExecutionRolePolicy(new iam.PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [secretArn(stack)] }));
      theOnly(stack, TASK).addPropertyOverride('ContainerDefinitions.0.Secrets', [{ Name: 'TOKEN', ValueFrom: stack.resolve(secretArn(stack)) }]);
    },
  },
  {
    sentence: 'registry credentials that the execution role has no permission to read',
    foundBy: ['execution-role-reads-secrets'],
    twin: worker(stack => ({ container: imageOfPrivateRegistry(stack) })),
    declare: worker(stack => ({
      container: imageOfPrivateRegistry(stack),
      task: { executionRole: ecsRole(stack, 'ExecutionRole', { managedPolicies: [managed('service-role/AmazonECSTaskExecutionRolePolicy')] }).withoutPolicyUpdates() },
    })),
  },
  {
    sentence: 'a secret encrypted with a KMS key that the execution role has no permission to use',
    foundBy: ['execution-role-decrypts'],
    twin: WITH_SECRET,
    declare: worker(stack => {
      const key = new kms.Key(stack, 'Key', { enableKeyRotation: true });
      const token = new secretsmanager.CfnSecret(stack, 'Token', { kmsKeyId: key.keyArn, generateSecretString: {} });
      return { container: { secrets: { TOKEN: ecs.Secret.fromSecretsManager(secretsmanager.Secret.fromSecretCompleteArn(stack, 'Imported', token.ref)) } } };
    }),
  },
  {
    sentence: 'an awslogs log driver without permission for the execution role to write logs',
    foundBy: ['execution-role-logs'],
    twin: WORKER,
    declare: worker(stack => ({
      container: {
        logging: new ecs.GenericLogDriver({
          logDriver: 'awslogs',
          options: {
            'awslogs-group': new logs.LogGroup(stack, 'Logs', { retention: logs.RetentionDays.ONE_MONTH }).logGroupName,
            'awslogs-region': stack.region,
            'awslogs-stream-prefix': 'app',
            'mode': 'non-blocking',
            'max-buffer-size': '25m',
          },
        }),
      },
    })),
  },
  {
    sentence: 'an environment file in S3 without permission for the execution role to read it',
    foundBy: ['execution-role-env-files'],
    twin: worker(stack => readsSettings(stack)),
    declare: worker(stack => ({ container: { environmentFiles: [ecs.EnvironmentFile.fromBucket(new s3.Bucket(stack, 'Settings', { enforceSSL: true }), 'production.env')] } })),
  },
  {
    sentence: 'ECS Exec without the permissions in the task role',
    foundBy: ['task-role-exec'],
    twin: WITH_EXEC,
    declare: stack => {
      const taskDefinition = taskWithContainer(stack, { task: { taskRole: ecsRole(stack, 'TaskRole').withoutPolicyUpdates() } });
      mountExecPaths(taskDefinition);
      soundService(stack, { cluster: clusterAuditedByLogs(stack, natVpc(stack)), taskDefinition, service: { enableExecuteCommand: true } });
    },
  },
  {
    sentence: 'a task role that allows all actions on all resources',
    foundBy: ['task-role-not-admin'],
    ...spoil(WORKER, stack => (stack.node.findChild('Task') as ecs.FargateTaskDefinition).addToTaskRolePolicy(new iam.PolicyStatement({ actions: ['*'], resources: ['*'] }))),
  },
  {
    sentence: 'a task role with the AdministratorAccess managed policy',
    foundBy: ['task-role-not-admin'],
    twin: WORKER,
    declare: worker(stack => ({ task: { taskRole: ecsRole(stack, 'TaskRole', { managedPolicies: [managed('AdministratorAccess')] }) } })),
  },
  {
    sentence: 'a task role with the managed policy for execution roles',
    foundBy: ['task-role-not-admin'],
    twin: WORKER,
    declare: worker(stack => ({ task: { taskRole: ecsRole(stack, 'TaskRole', { managedPolicies: [managed('service-role/AmazonECSTaskExecutionRolePolicy')] }) } })),
  },
  {
    sentence: 'a task role that ECS tasks cannot assume',
    foundBy: ['roles-trusted-by-ecs-tasks'],
    twin: WORKER,
    declare: worker(stack => ({ task: { taskRole: ecsRole(stack, 'TaskRole', { assumedBy: new iam.ServicePrincipal('ecs.amazonaws.com') }) } })),
  },
];
