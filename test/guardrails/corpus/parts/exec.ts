import { Stack } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { soundCluster } from './service';

/** Where the agent behind ECS Exec writes. */
const AGENT_PATHS = { agents: '/managed-agents', state: '/var/lib/amazon/ssm', log: '/var/log/amazon/ssm' };

/** Volumes for the agent, which a read-only root would stop. */
export function mountExecPaths(task: ecs.FargateTaskDefinition): void {
  for (const [name, containerPath] of Object.entries(AGENT_PATHS)) {
    task.addVolume({ name });
    task.defaultContainer?.addMountPoints({ sourceVolume: name, containerPath, readOnly: false });
  }
}

/** A cluster that records every session in an encrypted log group. */
export function clusterAuditedByLogs(scope: Construct, vpc: ec2.IVpc): ecs.Cluster {
  const kmsKey = sessionKey(scope);
  return soundCluster(scope, vpc, {
    executeCommandConfiguration: {
      kmsKey,
      logging: ecs.ExecuteCommandLogging.OVERRIDE,
      logConfiguration: {
        cloudWatchLogGroup: new logs.LogGroup(scope, 'Sessions', { encryptionKey: kmsKey, retention: logs.RetentionDays.ONE_YEAR }),
        cloudWatchEncryptionEnabled: true,
      },
    },
  });
}

/** A cluster that records every session in an encrypted bucket. */
export function clusterAuditedByS3(scope: Construct, vpc: ec2.IVpc): ecs.Cluster {
  const kmsKey = sessionKey(scope);
  return soundCluster(scope, vpc, {
    executeCommandConfiguration: {
      kmsKey,
      logging: ecs.ExecuteCommandLogging.OVERRIDE,
      logConfiguration: {
        s3Bucket: new s3.Bucket(scope, 'Sessions', { encryptionKey: kmsKey, enforceSSL: true }),
        s3EncryptionEnabled: true,
        s3KeyPrefix: 'sessions',
      },
    },
  });
}

function sessionKey(scope: Construct): kms.Key {
  const key = new kms.Key(scope, 'SessionKey', { enableKeyRotation: true });
  key.grantEncryptDecrypt(new iam.ServicePrincipal(`logs.${Stack.of(scope).region}.amazonaws.com`));
  return key;
}
