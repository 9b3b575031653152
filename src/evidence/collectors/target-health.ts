import type { Collector } from './collector';
import { describeService } from './service';
import type { Evidence } from '../model/evidence';
import { isObject, type JsonObject, objects, text } from '../model/json-fields';

/** The target group that found the task unhealthy, with the reasons that it gives. */
export const targetHealth: Collector = {
  name: 'target-health',
  tells: 'the health of the targets, with the reasons',
  brings: ['targetHealth'],
  calls: ['ecs:DescribeServices', 'elasticloadbalancing:DescribeTargetGroups', 'elasticloadbalancing:DescribeTargetHealth'],
  collect: async (evidence, ask) => {
    const arn = targetGroupOf(await describeService(evidence, ask), evidence);
    if (arn === undefined) return {};
    const [groups, health] = await Promise.all([
      ask.answer('elasticloadbalancing:DescribeTargetGroups', { TargetGroupArns: [arn] }),
      ask.answer('elasticloadbalancing:DescribeTargetHealth', { TargetGroupArn: arn }),
    ]);
    const [group] = objects(groups?.TargetGroups);
    if (group === undefined && health === undefined) return {};
    return { targetGroup: { ...group, TargetHealth: objects(health?.TargetHealthDescriptions).filter(isUnhealthy) } };
  },
};

/** The one that the stop names, else the first of the service. */
function targetGroupOf(service: JsonObject | undefined, evidence: Evidence): string | undefined {
  const arns = objects(service?.loadBalancers).flatMap(({ targetGroupArn }) => text(targetGroupArn) ?? []);
  const said = [evidence.task.stoppedReason, ...evidence.serviceEvents].join('\n');
  return arns.find(arn => said.includes(arn)) ?? arns[0];
}

/** Neighbors that are well, now, say nothing of the task that stopped; one that is just being let go is as little to blame. */
const isUnhealthy = ({ TargetHealth }: JsonObject): boolean => isObject(TargetHealth) && TargetHealth.State === 'unhealthy';
