import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ExecLoggingFacts } from '../../facts/model/service';
import type { ServiceRule, Verdict } from '../model/rule';

export const execAudited: ServiceRule = {
  id: 'exec-audited',
  class: 'weakens',
  judges: 'service',
  property: 'EnableExecuteCommand',
  reads: ['cluster.execLogging', 'enableExecuteCommand'],
  title: 'If ECS Exec is enabled, the cluster should write session logs to encrypted storage.',
  why: 'Without session logs, you cannot trace what was changed in a session. '
    + 'Default session logging needs permissions on every log group.',
  fix: 'Set executeCommandConfiguration of ecs.Cluster to logging: ecs.ExecuteCommandLogging.OVERRIDE with an encrypted '
    + 'logConfiguration, or remove enableExecuteCommand. The cluster that HardenedFargateService creates has encrypted session logs.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-logging'],
  prevents: [],
  breaks: { cluster: { execLogging: { logging: 'DEFAULT' } } },
  holds: ({ enableExecuteCommand, cluster }) => {
    if (enableExecuteCommand === false) return true;
    if (!isKnown(enableExecuteCommand) || !isKnown(cluster) || !isKnown(cluster.execLogging)) return UNKNOWN;
    return isRecorded(cluster.execLogging);
  },
};

function isRecorded(exec: ExecLoggingFacts | undefined): Verdict {
  const logging = exec?.logging ?? 'DEFAULT';
  if (exec === undefined || logging === 'DEFAULT' || logging === 'NONE') {
    return { seen: `ECS Exec is enabled, and session logging of the cluster is ${String(logging)}` };
  }
  return isKnown(logging) ? isEncrypted(exec) : UNKNOWN;
}

function isEncrypted({ logGroup, logEncryption, bucket, bucketEncryption }: ExecLoggingFacts): Verdict {
  if (logGroup === undefined && bucket === undefined) {return { seen: 'the cluster has no log group and no bucket for session logs' };}
  if (logEncryption === false) return { seen: 'the log group for session logs is not encrypted with a key' };
  return bucketEncryption === false ? { seen: 'the cluster does not require encryption of session logs in the bucket' } : true;
}
