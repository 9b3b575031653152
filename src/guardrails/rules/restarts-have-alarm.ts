import type { AlarmFacts } from '../../facts/model/deployment';
import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import { some } from '../../facts/model/known';
import type { ContainerRule } from '../model/rule';

const RESTARTS = 'ECS/ContainerInsights/RestartCount';

export const restartsHaveAlarm: ContainerRule = {
  id: 'restarts-have-alarm',
  class: 'hygiene',
  judges: 'container',
  property: 'RestartPolicy',
  reads: ['alarms', 'task.containers.restarts'],
  title: 'An alarm should watch the restarts of a container with a restart policy.',
  why: 'If ECS restarts a container in place, the task does not stop. No event, no failed deployment, and no task count shows the crashes.',
  fix: 'Create a cloudwatch.Alarm on the metric RestartCount of the namespace ECS/ContainerInsights with the dimensions ClusterName and '
    + 'ServiceName. Or leave out enableRestartPolicy in addContainer; HardenedFargateService sets none.',
  see: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-restart-policy.html',
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-enhanced-observability-metrics-ECS.html',
  ],
  prevents: [],
  breaks: { restarts: true },
  holds: ({ restarts }, _task, service) => {
    if (restarts === false) return true;
    if (!isKnown(restarts) || service === undefined || !isKnown(service.alarms)) return UNKNOWN;
    const isWatched = some(service.alarms.map(watchesRestarts));
    if (!isKnown(isWatched)) return UNKNOWN;
    return isWatched || { seen: 'ECS restarts the container in place, and no alarm watches RestartCount' };
  },
};

const watchesRestarts = ({ metrics }: AlarmFacts): Known<boolean> => isKnown(metrics) ? metrics.includes(RESTARTS) : UNKNOWN;
