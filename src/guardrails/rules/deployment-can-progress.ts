import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { ServiceFacts } from '../../facts/model/service';
import type { ServiceRule } from '../model/rule';
import { fewestTasks } from '../predicates/fewest-tasks';

export const deploymentCanProgress: ServiceRule = {
  id: 'deployment-can-progress',
  level: 'error',
  judges: 'service',
  property: 'DeploymentConfiguration',
  title: 'A rolling deployment may start or stop a task at a time, and never stops all of them at once.',
  why: 'ECS rounds the tasks to keep up and the tasks to allow down: where it may neither stop a task nor start one, the deployment '
    + 'hangs, and where it has to keep none, nobody is served meanwhile.',
  fix: 'Set minHealthyPercent: 100 and maxHealthyPercent: 200 on ecs.FargateService; HardenedFargateService does '
    + 'so by itself, so remove what overrides it.',
  see: [
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html',
  ],
  prevents: [],
  breaks: { maximumPercent: 100 },
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

function progress(tasks: number, least: number, most: number): true | { readonly seen: string } {
  const [keeps, allows] = [Math.ceil(tasks * least / 100), Math.floor(tasks * most / 100)];
  const limits = `with ${least} to ${most} percent of ${tasks} ${tasks === 1 ? 'task' : 'tasks'}, ECS`;
  if (keeps === 0) return { seen: `${limits} may stop all before a new one runs` };
  return keeps < tasks || allows > tasks
    || { seen: `${limits} has to keep ${keeps} and may run ${allows}, so that it can neither stop nor start one` };
}
