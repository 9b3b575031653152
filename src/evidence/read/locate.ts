import { parseArn, shortName } from '../../aws/arn';
import type { Evidence } from '../model/evidence';
import { present } from '../model/json-fields';
import type { Findings } from '../model/partial-evidence';

/** How every message of a service's event list begins, in its live, printed and console forms. */
const OF_SERVICE = /^\(?service \(?([^),\s]+)\)?/;

type Location = Pick<Evidence, 'region' | 'account' | 'cluster' | 'service' | 'time'>;

/** Where and when it happened: what the source says itself, else what ARNs, group, service events and times give away. */
export function locate(findings: Findings): Location {
  const { task: { taskArn, clusterArn, taskDefinitionArn } } = findings;
  const origin = [taskArn, clusterArn, taskDefinitionArn].map(parseArn).find(arn => arn !== undefined);
  return {
    ...present({ region: origin?.region, account: origin?.account }),
    ...present({ cluster: clusterOf(findings), service: serviceOf(findings), time: timeOf(findings) }),
    ...statedIn(findings),
  };
}

const statedIn = ({ region, account, cluster, service, time }: Findings): Location =>
  present({ region, account, cluster, service, time });

const timeOf = ({ task }: Findings): string | undefined => task.stoppedAt ?? task.executionStoppedAt ?? task.stoppingAt;

function clusterOf({ task }: Findings): string | undefined {
  const named = task.clusterArn && shortName(task.clusterArn);
  return named || parseArn(task.taskArn)?.cluster;
}

function serviceOf({ task, serviceEvents = [] }: Findings): string | undefined {
  if (task.group?.startsWith('service:')) return task.group.slice('service:'.length);
  return serviceEvents.map(message => OF_SERVICE.exec(message)?.[1]).find(name => name !== undefined);
}
