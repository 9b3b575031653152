import { failed } from './failed-stops';

/** The event of a task of a service that crashed just now, told apart by a number; `more` changes its detail. */
export function crash(service: string, number: number, more: object = {}): string {
  const event = JSON.parse(failed(service)) as { readonly detail: object };
  const taskArn = `arn:aws:ecs:us-east-2:111122223333:task/demo/${service}-${number}`;
  return JSON.stringify({ ...event, id: `${service}-${number}`, time: new Date().toISOString(), detail: { ...event.detail, taskArn, ...more } });
}

/** The message with which the schedule makes the analyzer look at the clock. */
export const TICK = JSON.stringify({ 'id': 'tick', 'source': 'hardened-fargate.schedule', 'detail-type': 'Incidents Due' });
