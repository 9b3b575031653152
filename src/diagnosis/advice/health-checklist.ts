import { argument, aws } from './commands';
import { networkInterfaceOf, targetGroupOf } from './named-resources';
import { fields } from './query';
import type { Evidence } from '../../evidence/model/evidence';
import { healthPoints } from '../clues/health-points';
import type { Action } from '../model/diagnosis';

/** The six points to check of a task that failed the health checks of its load balancer: each proven, failed, or not known. */
export function healthChecklist(evidence: Evidence): readonly Action[] {
  const points = healthPoints(evidence).map(({ point, state, evidence: shown }, index) => `(${index + 1}) ${point}, ${state}: ${shown}`);
  if (points.length === 0) return [];
  return [{
    title: `Check the six usual points: ${points.join('; ')}.`,
    commands: [
      aws(evidence, 'elbv2 describe-target-groups --target-group-arns', argument(targetGroupOf(evidence), 'target-group-arn'),
        `--query 'TargetGroups[].${fields('TargetType', 'HealthCheckPort', 'HealthCheckPath', 'Matcher')}'`),
      aws(evidence, 'ec2 describe-security-groups --filters',
        `Name=group-id,Values="$(${aws(evidence, 'ec2 describe-network-interfaces --network-interface-ids',
          argument(networkInterfaceOf(evidence), 'network-interface-id'),
          "--query 'join(`,`,NetworkInterfaces[0].Groups[].GroupId)' --output text")})"`,
        `--query 'SecurityGroups[].${fields('GroupId', 'IpPermissions')}'`),
    ],
    prop: 'loadBalancing',
  }];
}
