import { TARGET_GROUP_DEFAULTS } from '../../aws/limits';
import { UNKNOWN } from '../../facts/model/fact';
import type { TargetGroupFacts } from '../../facts/model/load-balancer';
import type { TargetGroupRule } from '../model/rule';

export const targetGroupCheckValid: TargetGroupRule = {
  id: 'target-group-check-valid',
  class: 'refused',
  judges: 'targetGroup',
  property: '',
  reads: [
    'targetGroups.healthCheckIntervalSeconds',
    'targetGroups.healthCheckPath',
    'targetGroups.healthCheckProtocol',
    'targetGroups.healthCheckTimeoutSeconds',
    'targetGroups.name',
    'targetGroups.port',
    'targetGroups.protocol',
    'targetGroups.vpcId',
  ],
  title: 'A target group should have settings that Elastic Load Balancing accepts.',
  why: 'Elastic Load Balancing rejects a target group without a port or VPC. '
    + 'It also rejects a timeout that is not below the interval, a relative health check path, and a name that it does not accept. '
    + 'A target group for HTTP cannot check health over TCP.',
  fix: 'In healthCheck of the target group, set timeout below interval and a path that begins with "/". Remove targetGroupName. '
    + 'HardenedFargateService sets valid values; remove the override.',
  see: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html'],
  prevents: [],
  breaks: { healthCheckTimeoutSeconds: 10 },
  holds: group => {
    const faults = FAULTS.flatMap(faultsOf => faultsOf(group));
    return faults.length > 0 ? { seen: faults.join('; ') } : UNKNOWN;
  },
};

const withoutPlace = ({ port, vpcId }: TargetGroupFacts): readonly string[] => [
  ...port === undefined ? ['the target group has no port'] : [],
  ...vpcId === undefined ? ['the target group has no VPC'] : [],
];

/** Network load balancers have timeouts of other lengths. */
function withoutTime(group: TargetGroupFacts): readonly string[] {
  const { healthCheckIntervalSeconds: interval, healthCheckTimeoutSeconds: stated, protocol } = group;
  const timeout = stated === undefined ? TARGET_GROUP_DEFAULTS.timeoutSeconds : stated;
  if (protocol !== 'HTTP' && protocol !== 'HTTPS' || typeof timeout !== 'number' || typeof interval !== 'number') return [];
  return timeout >= interval ? [`the health check timeout is ${timeout} seconds, but the interval is ${interval} seconds`] : [];
}

function withoutPath({ healthCheckPath: path }: TargetGroupFacts): readonly string[] {
  return typeof path === 'string' && !path.startsWith('/') && !path.startsWith('${') ? [`the health check path is '${path}'`] : [];
}

/** Letters, digits and hyphens, and none of these at an end. */
const NAME = /^(?!-)[A-Za-z0-9-]{1,32}(?<!-)$/;

function withoutName({ name }: TargetGroupFacts): readonly string[] {
  return typeof name !== 'string' || name.includes('${') || NAME.test(name) ? [] : [`the target group is named '${name}'`];
}

/** Health is checked over TCP, HTTP or HTTPS, and of requests over HTTP or HTTPS. */
function withoutProtocol({ protocol, healthCheckProtocol: checked }: TargetGroupFacts): readonly string[] {
  if (typeof checked !== 'string') return [];
  const isOfRequests = protocol === 'HTTP' || protocol === 'HTTPS';
  return NEVER_CHECKED.includes(checked) || (isOfRequests && checked === 'TCP')
    ? [`the health check protocol is ${checked}${isOfRequests ? `, but the target group is for ${protocol}` : ''}`]
    : [];
}

const NEVER_CHECKED: readonly string[] = ['TLS', 'UDP', 'TCP_UDP', 'GENEVE'];

const FAULTS = [withoutPlace, withoutTime, withoutPath, withoutProtocol, withoutName] as const;
