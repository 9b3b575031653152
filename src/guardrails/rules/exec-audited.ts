import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ExecLoggingFacts } from '../../facts/model/service';
import type { ServiceRule, Verdict } from '../model/rule';

export const execAudited: ServiceRule = {
  id: 'exec-audited',
  level: 'error',
  judges: 'service',
  property: 'EnableExecuteCommand',
  title: 'Where people may open a session in a container, the cluster records what they type in an encrypted log of its own.',
  why: 'A session without a record leaves no trace of who changed what, and the default record goes to the application log, for which '
    + 'the task role needs rights on every log group.',
  fix: 'Let HardenedFargateService make the cluster, or set executeCommandConfiguration of ecs.Cluster to logging: '
    + 'ecs.ExecuteCommandLogging.OVERRIDE with an encrypted logConfiguration; or leave enableExecuteCommand out.',
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
    return { seen: `sessions are open and the cluster logs them with ${String(logging)}` };
  }
  return isKnown(logging) ? isEncrypted(exec) : UNKNOWN;
}

function isEncrypted({ logGroup, logEncryption, bucket, bucketEncryption }: ExecLoggingFacts): Verdict {
  if (logGroup === undefined && bucket === undefined) {
    return { seen: 'the cluster names no log group and no bucket for the record of sessions' };
  }
  if (logEncryption === false) return { seen: 'the log group for the record of sessions is not encrypted with a key' };
  return bucketEncryption === false ? { seen: 'the cluster does not ask for encryption of the record in the bucket' } : true;
}
