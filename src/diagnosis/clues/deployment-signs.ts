import type { Evidence } from '../../evidence/model/evidence';

const DEPLOYING = /deployment|rolling back|has begun draining|replaced/i;
const SCALING = /desired count|auto ?scaling|scal(?:ed|ing) in|policy/i;

/** Whether the service was being deployed; undefined when its events say nothing of it. */
export function wasBeingDeployed({ change, serviceEvents }: Evidence): boolean | undefined {
  if (change?.kind === 'deployment') return true;
  const telling = serviceEvents.find(message => SCALING.test(message) || DEPLOYING.test(message));
  return telling === undefined ? undefined : !SCALING.test(telling);
}
