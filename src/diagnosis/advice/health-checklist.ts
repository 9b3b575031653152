import { argument, aws } from './commands';
import { networkInterfaceOf, targetGroupOf } from './named-resources';
import { fields } from './query';
import type { Evidence } from '../../evidence/model/evidence';
import { isElbFailure } from '../clues/elb-failure';
import { guiltyContainer } from '../clues/guilty-container';
import { healthCheckOf } from '../clues/health-check';
import { servedPorts } from '../clues/served-ports';
import type { Action } from '../model/diagnosis';

/** The six things to check of a task that failed the health checks of its load balancer, each with its value where that is known. */
export function healthChecklist(evidence: Evidence): readonly Action[] {
  if (!isElbFailure(evidence)) return [];
  const points = [targetType, path, port, securityGroup, startPeriod, gracePeriod]
    .map((point, index) => `(${index + 1}) ${point(evidence)}`);
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

const targetType = ({ targetGroup }: Evidence): string =>
  targetGroup?.targetType === undefined ? 'the target type is ip' : `the target type is ${targetGroup.targetType} and must be ip`;

const path = (evidence: Evidence): string => {
  const { path: asked = 'the health check path', matcher = '200' } = healthCheckOf(evidence);
  return `the application answers ${asked} with ${matcher}`;
};

function port(evidence: Evidence): string {
  const checked = healthCheckOf(evidence).port;
  const served = servedPorts(evidence);
  if (checked === undefined) return 'the health check port is the container port';
  return `the health check port ${checked} is the container port${served.length > 0 ? `, which is ${served.join(' or ')}` : ''}`;
}

const securityGroup = (evidence: Evidence): string =>
  `the security group of the task allows inbound TCP ${healthCheckOf(evidence).port ?? 'on that port'} from that of the load balancer`;

function startPeriod(evidence: Evidence): string {
  const name = guiltyContainer(evidence)?.name;
  const container = evidence.taskDefinition?.containers.find(one => one.name === name) ?? evidence.taskDefinition?.containers[0];
  const words = 'startPeriod of a container health check covers the startup';
  return container?.startPeriodSeconds === undefined ? words : `${words} and is ${container.startPeriodSeconds} s`;
}

const gracePeriod = ({ serviceSettings }: Evidence): string => {
  const words = 'healthCheckGracePeriodSeconds of the service covers the startup';
  return serviceSettings?.gracePeriodSeconds === undefined ? words : `${words} and is ${serviceSettings.gracePeriodSeconds} s`;
};
