import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ServiceRule } from '../model/rule';

export const alarmsHaveActions: ServiceRule = {
  id: 'alarms-have-actions',
  class: 'hygiene',
  promised: true,
  judges: 'service',
  property: '',
  reads: ['alarms'],
  title: 'Every alarm of the service should have an action.',
  why: 'An alarm without an action changes state but notifies no one.',
  fix: 'Call alarm.addAlarmAction(new actions.SnsAction(topic)) for each alarm. '
    + 'HardenedFargateService adds actions to its alarms by default; remove the override.',
  see: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html'],
  prevents: [],
  breaks: { alarms: { hasAction: false } },
  holds: ({ alarms }) => {
    if (!isKnown(alarms)) return UNKNOWN;
    const silent = alarms.filter(({ hasAction }) => hasAction === false).map(({ at }) => at);
    const [first] = silent;
    if (first === undefined) return true;
    const seen = `${silent.map(({ path }) => path).join(', ')} ${silent.length === 1 ? 'has' : 'have'} no action`;
    return { seen, at: { ...first, property: `${first.property}.AlarmActions` } };
  },
};
