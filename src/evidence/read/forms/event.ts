import type { Form } from './form';
import { isRunning, runningTask } from './running-task';
import { isObject } from '../../model/json-fields';
import { looksLikeEvent, readEvent } from '../read-event';

/** An event of EventBridge. */
export const event: Form = {
  name: 'an EventBridge event',
  recognizes: looksLikeEvent,
  read: (value, place) => {
    const { detail } = value;
    const isOfTask = value['detail-type'] === 'ECS Task State Change' && isObject(detail);
    return isOfTask && isRunning(detail) ? runningTask(detail) : { findings: [readEvent(value, place)] };
  },
};
