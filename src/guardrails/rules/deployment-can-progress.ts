import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { ServiceFacts } from '../../facts/model/service';
import type { ServiceRule, Violation } from '../model/rule';
import { fewestTasks } from '../predicates/fewest-tasks';

export const deploymentCanProgress: ServiceRule = {
  id: 'deployment-can-progress',
  class: 'cannot start',
  judges: 'service',
  property: 'DeploymentConfiguration',
  reads: ['deploymentController', 'deploymentStrategy', 'desiredCount', 'maximumPercent', 'minimumHealthyPercent', 'scaling'],
  title: 'A rolling deployment should be able to replace tasks without stopping all of them.',
  why: 'ECS rounds the minimum up and the maximum down. If that allows neither a stop nor a start, the deployment hangs. '
    + 'With a minimum of 0, ECS can stop all tasks at once.',
  fix: 'Set minHealthyPercent: 100 and maxHealthyPercent: 200 on ecs.FargateService. '
    + 'HardenedFargateService sets them by default; remove the override.',
  see: [
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html',
  ],
  prevents: [],
  breaks: { availabilityZoneRebalancing: undefined, maximumPercent: 100 },
  holds: service => {
    const isRolling = rolls(service);
    if (isRolling !== true) return isRolling === false || UNKNOWN;
    const { minimumHealthyPercent: least, maximumPercent: most } = service;
    const tasks = fewestTasks(service);
    if (!isKnown(tasks) || !isKnown(least) || !isKnown(most)) return UNKNOWN;
    return tasks < 1 || progress(tasks, least, most);
  },
};

/** Blue/green deployments and external controllers start a second set of tasks, whatever the percentages say. */
function rolls({ deploymentController, deploymentStrategy }: ServiceFacts): Known<boolean> {
  if (!isKnown(deploymentController) || !isKnown(deploymentStrategy)) return UNKNOWN;
  return deploymentController === 'ECS' && deploymentStrategy === 'ROLLING';
}

function progress(tasks: number, least: number, most: number): true | Violation {
  const [keeps, allows] = [Math.ceil(tasks * least / 100), Math.floor(tasks * most / 100)];
  const limits = `with ${least}% to ${most}% of ${tasks} ${tasks === 1 ? 'task' : 'tasks'}, ECS`;
  if (keeps === 0) return { seen: `${limits} can stop all tasks before a new task runs`, class: 'weakens' };
  return keeps < tasks || allows > tasks
    || { seen: `${limits} must keep ${keeps} and can run ${allows}, so it can neither stop nor start a task` };
}
