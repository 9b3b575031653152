import type { SoundConfiguration } from '../configuration';
import { clusterAuditedByLogs, clusterAuditedByS3, mountExecPaths } from '../parts/exec';
import { endpointVpc, natVpc } from '../parts/network';
import { soundService, taskWithContainer } from '../parts/service';

/** Services in whose containers people may open sessions. */
export const EXEC: readonly SoundConfiguration[] = [
  {
    sentence: 'sessions that a log group records',
    declare: stack => {
      const taskDefinition = taskWithContainer(stack);
      mountExecPaths(taskDefinition);
      soundService(stack, { cluster: clusterAuditedByLogs(stack, natVpc(stack)), taskDefinition, service: { enableExecuteCommand: true } });
    },
  },
  {
    sentence: 'sessions that a bucket records',
    declare: stack => {
      const taskDefinition = taskWithContainer(stack);
      mountExecPaths(taskDefinition);
      soundService(stack, { cluster: clusterAuditedByS3(stack, natVpc(stack)), taskDefinition, service: { enableExecuteCommand: true } });
    },
  },
  {
    sentence: 'recorded sessions in isolated subnets',
    declare: stack => {
      const taskDefinition = taskWithContainer(stack);
      mountExecPaths(taskDefinition);
      soundService(stack, {
        cluster: clusterAuditedByLogs(stack, endpointVpc(stack, ['ssmmessages', 'kms'])),
        taskDefinition,
        service: { enableExecuteCommand: true },
      });
    },
  },
];
