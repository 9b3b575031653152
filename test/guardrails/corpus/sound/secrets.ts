import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import type { SoundConfiguration } from '../configuration';
import { endpointVpc } from '../parts/network';
import { soundService } from '../parts/service';

/** Settings and secrets from everywhere that ECS can read them. */
export const SECRETS: readonly SoundConfiguration[] = [
  {
    sentence: 'fields of a Secrets Manager secret',
    declare: stack => {
      const database = new secretsmanager.Secret(stack, 'Database', { generateSecretString: { secretStringTemplate: '{"username":"app"}', generateStringKey: 'password' } });
      soundService(stack, {
        container: {
          environment: { STAGE: 'production', TOKEN_TTL_SECONDS: '3600', PASSWORD_POLICY_URL: 'https://example.com/policy' },
          secrets: { DB_USER: ecs.Secret.fromSecretsManager(database, 'username'), DB_PASSWORD: ecs.Secret.fromSecretsManager(database, 'password') },
        },
      });
    },
  },
  {
    sentence: 'connection strings with a placeholder for the password',
    declare: stack => {
      const password = new secretsmanager.Secret(stack, 'Password');
      soundService(stack, {
        container: {
          environment: {
            DATABASE_URL: 'postgres://app:{password}@db.example.com:5432/shop',
            BROKER_URL: 'amqps://app:$DB_PASSWORD@broker.example.com:5671',
            SASL_JAAS_CONFIG: 'org.apache.kafka.common.security.scram.ScramLoginModule required username="app" password="${env:DB_PASSWORD}";',
          },
          secrets: { DB_PASSWORD: ecs.Secret.fromSecretsManager(password) },
        },
      });
    },
  },
  {
    sentence: 'a secret encrypted with a customer managed key, behind VPC endpoints',
    declare: stack => {
      const encryptionKey = new kms.Key(stack, 'Key', { enableKeyRotation: true });
      const token = new secretsmanager.Secret(stack, 'Token', { encryptionKey });
      soundService(stack, {
        vpc: endpointVpc(stack, ['secretsmanager']),
        container: { secrets: { TOKEN: ecs.Secret.fromSecretsManager(token) } },
      });
    },
  },
  {
    sentence: 'one version of a secret',
    declare: stack => {
      const token = new secretsmanager.Secret(stack, 'Token');
      soundService(stack, { container: { secrets: { TOKEN: ecs.Secret.fromSecretsManagerVersion(token, { versionStage: 'AWSCURRENT' }) } } });
    },
  },
  {
    sentence: 'String and SecureString parameters in Parameter Store, behind VPC endpoints',
    declare: stack => {
      const plain = new ssm.StringParameter(stack, 'Flags', { stringValue: 'on' });
      const secure = ssm.StringParameter.fromSecureStringParameterAttributes(stack, 'Token', { parameterName: '/shop/token' });
      soundService(stack, {
        vpc: endpointVpc(stack, ['ssm']),
        container: { secrets: { FLAGS: ecs.Secret.fromSsmParameter(plain), TOKEN: ecs.Secret.fromSsmParameter(secure) } },
      });
    },
  },
  {
    sentence: 'a SecureString parameter encrypted with a customer managed key',
    declare: stack => {
      const encryptionKey = new kms.Key(stack, 'Key');
      const token = ssm.StringParameter.fromSecureStringParameterAttributes(stack, 'Token', { parameterName: '/shop/token', encryptionKey });
      soundService(stack, { container: { secrets: { TOKEN: ecs.Secret.fromSsmParameter(token) } } });
    },
  },
  {
    sentence: 'secrets imported by ARN and by name',
    declare: stack => {
      const byArn = secretsmanager.Secret.fromSecretCompleteArn(stack, 'ByArn', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/token-Ab12Cd');
      const byPartialArn = secretsmanager.Secret.fromSecretPartialArn(stack, 'ByPartialArn', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/key');
      const byName = secretsmanager.Secret.fromSecretNameV2(stack, 'ByName', 'shop/database');
      soundService(stack, {
        container: {
          secrets: {
            TOKEN: ecs.Secret.fromSecretsManager(byArn),
            KEY: ecs.Secret.fromSecretsManager(byPartialArn),
            DB_PASSWORD: ecs.Secret.fromSecretsManager(byName, 'password'),
          },
        },
      });
    },
  },
  {
    sentence: 'imported roles',
    declare: stack => {
      const token = new secretsmanager.Secret(stack, 'Token');
      soundService(stack, {
        task: {
          executionRole: iam.Role.fromRoleArn(stack, 'ExecutionRole', 'arn:aws:iam::111122223333:role/platform/execution', { mutable: false }),
          taskRole: iam.Role.fromRoleName(stack, 'TaskRole', 'shop-task'),
        },
        container: { secrets: { TOKEN: ecs.Secret.fromSecretsManager(token) } },
      });
    },
  },
  {
    sentence: 'user-defined roles, with the managed policy for execution roles',
    declare: stack => {
      const assumedBy = new iam.ServicePrincipal('ecs-tasks.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
      });
      const managedPolicies = [iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonECSTaskExecutionRolePolicy')];
      soundService(stack, {
        task: {
          executionRole: new iam.Role(stack, 'ExecutionRole', { assumedBy, managedPolicies }),
          taskRole: new iam.Role(stack, 'TaskRole', { assumedBy }),
        },
      });
    },
  },
  {
    sentence: 'an environment file in S3',
    declare: stack => {
      const bucket = new s3.Bucket(stack, 'Settings', { enforceSSL: true });
      const service = soundService(stack, {
        vpc: endpointVpc(stack),
        container: { environmentFiles: [ecs.EnvironmentFile.fromBucket(bucket, 'production.env')] },
      });
      bucket.grantRead(service.taskDefinition.obtainExecutionRole(), 'production.env');
    },
  },
];
