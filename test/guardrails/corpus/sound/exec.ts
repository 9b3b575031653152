import type { SoundConfiguration } from '../configuration';
import { clusterAuditedByLogs, clusterAuditedByS3, mountExecPaths } from '../parts/exec';
import { endpointVpc, natVpc } from '../parts/network';
import { soundService, taskWithContainer } from '../parts/service';

/** Services in whose containers people may open sessions. */
export const EXEC: readonly SoundConfiguration[] = [
  {
    sentence: 'ECS Exec sessions logged to a log group',
    declare: stack => {
      const taskDefinition = taskWithContainer(stack);
      mountExecPaths(taskDefinition);
      soundService(stack, { cluster: clusterAuditedByLogs(stack, natVpc(stack)), taskDefinition, service: { enableExecuteCommand: true } });
    },
  },
  {
    sentence: 'ECS Exec sessions logged to a bucket',
    declare: stack => {
      const taskDefinition = taskWithContainer(stack);
      mountExecPaths(taskDefinition);
      soundService(stack, { cluster: clusterAuditedByS3(stack, natVpc(stack)), taskDefinition, service: { enableExecuteCommand: true } });
    },
  },
  {
    sentence: 'logged ECS Exec sessions in isolated subnets',
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
