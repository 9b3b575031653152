import { readDeployment } from './deployment';
import { scalableTargetsOf } from './scaling';
import { isKnown, type Known, UNKNOWN } from '../model/fact';
import { asItems } from '../template/items';
import { once } from '../template/once';
import type { Resource } from '../template/resource';
import { asNumber, at, orElse } from '../template/source/resolved';
import type { Templates } from '../template/templates';

/** How many tasks of a service can run at once: all that scaling may ask for, and those that a deployment starts before it stops others. */
export const readMostTasks = once((templates: Templates, service: Resource): Known<number> => {
  const wanted = mostWanted(templates, service);
  const percent = mostPercent(service);
  return isKnown(wanted) && isKnown(percent) ? Math.floor(wanted * percent / 100) : UNKNOWN;
});

/** How many tasks of a service run while nothing is scaled out and nothing is deployed. */
export function readFewestTasks(templates: Templates, service: Resource): Known<number> {
  const targets = scalableTargetsOf(templates, service);
  if (!isKnown(targets)) return UNKNOWN;
  if (targets.length === 0) return orElse(asNumber(service.properties.DesiredCount), 1);
  const limits: readonly Known<number>[] =
    targets.flatMap(target => target.condition === undefined ? limitsOf(target, 'MinCapacity') : UNKNOWN);
  return limits.every(isKnown) ? Math.min(...limits) : UNKNOWN;
}

/** Where scaling owns the number of tasks, its maximum counts; else the desired count, of which ECS takes one when it is left out. */
function mostWanted(templates: Templates, service: Resource): Known<number> {
  const targets = scalableTargetsOf(templates, service);
  if (!isKnown(targets)) return UNKNOWN;
  const limits: readonly Known<number>[] = targets.length === 0
    ? [orElse(asNumber(service.properties.DesiredCount), 1)]
    : targets.flatMap(target => limitsOf(target, 'MaxCapacity'));
  return limits.every(isKnown) ? Math.max(...limits) : UNKNOWN;
}

/** A schedule may move a limit. */
const limitsOf = ({ properties }: Resource, name: 'MinCapacity' | 'MaxCapacity'): readonly Known<number>[] => [
  asNumber(properties[name]) ?? UNKNOWN,
  ...asItems(properties.ScheduledActions).flatMap(action => asNumber(at(action, 'ScalableTargetAction', name)) ?? []),
];

/** Deployments that shift traffic start a second set of tasks first. */
const SHIFTING = ['BLUE_GREEN', 'LINEAR', 'CANARY'];

function mostPercent(service: Resource): Known<number> {
  const { deploymentController: controller, deploymentStrategy: strategy, maximumPercent } = readDeployment(service);
  if (controller === 'CODE_DEPLOY') return 200;
  if (controller !== 'ECS' || !isKnown(strategy)) return UNKNOWN;
  return SHIFTING.includes(strategy) ? 200 : maximumPercent;
}
