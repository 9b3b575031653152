import type { Evidence } from '../../evidence/model/evidence';

/** Whether ECS stopped the task because it failed the health checks of its load balancer. */
export const isElbFailure = ({ task }: Evidence): boolean => /failed ELB health checks/i.test(task.stoppedReason ?? '');
