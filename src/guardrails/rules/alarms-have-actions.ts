import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ServiceRule } from '../model/rule';

export const alarmsHaveActions: ServiceRule = {
  id: 'alarms-have-actions',
  level: 'warning',
  judges: 'service',
  property: '',
  title: 'Somebody hears the alarms of the service.',
  why: 'An alarm without an action changes its colour in a console that nobody looks at.',
  fix: 'Leave the alarms of HardenedFargateService as they are, or give each alarm an action: '
    + 'alarm.addAlarmAction(new actions.SnsAction(topic)).',
  see: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html'],
  prevents: [],
  breaks: { alarms: { heard: false } },
  holds: ({ alarms }) => {
    if (!isKnown(alarms)) return UNKNOWN;
    const silent = alarms.filter(({ heard }) => heard === false).map(({ at }) => at.path);
    return silent.length === 0 || { seen: `no action follows ${silent.join(', ')}` };
  },
};
