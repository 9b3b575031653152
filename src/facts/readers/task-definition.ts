import { isKnown, type Known, UNKNOWN } from '../model/fact';
import { asItems } from '../template/items';
import { once } from '../template/once';
import type { Resource } from '../template/resource';
import { asList, isOpen, type Resolved } from '../template/source/resolved';
import type { Templates } from '../template/templates';

const TASK_DEFINITION = 'AWS::ECS::TaskDefinition';

/**
 * The task definition that a service runs, if the app declares it.
 *
 * A service that CodeDeploy or somebody else deploys refers to it by its family, so that each deployment takes the latest revision.
 */
export const taskDefinitionOf = once((templates: Templates, service: Resource): Resource | undefined => {
  const { TaskDefinition: reference } = service.properties;
  return templates.referred(reference, TASK_DEFINITION) ?? ofFamily(templates, service, reference);
});

/** A family that several stacks declare is the one of the service's own stack, or nobody knows which. */
function ofFamily(templates: Templates, service: Resource, family: Resolved): Resource | undefined {
  if (typeof family !== 'string' || /[:$]/.test(family)) return undefined;
  const declared = templates.ofType(TASK_DEFINITION)
    .filter(({ assembly, properties }) => assembly === service.assembly && properties.Family === family);
  const [task, ...others] = declared.length > 1 ? declared.filter(({ stack }) => stack === service.stack) : declared;
  return others.length === 0 ? task : undefined;
}

/** Whether a task definition may run on Fargate only. */
export function requiresFargate(task: Resource | undefined): boolean {
  const compatibilities = asItems(task?.properties.RequiresCompatibilities);
  return compatibilities.length > 0 && compatibilities.every(compatibility => compatibility === 'FARGATE');
}

/** Whether a task definition was registered for Fargate, or for something else only; unknown while only deployment decides. */
export function mayRunOnFargate({ properties }: Resource): Known<boolean> {
  const compatibilities = asList(properties.RequiresCompatibilities);
  if (!isKnown(compatibilities)) return UNKNOWN;
  return compatibilities.includes('FARGATE') || (compatibilities.some(isOpen) ? UNKNOWN : false);
}

/** The task definitions that no service of the app runs: those of schedules, state machines and programs. */
export function tasksWithoutService(templates: Templates): readonly Resource[] {
  const run = new Set(templates.ofType('AWS::ECS::Service').flatMap(runner => {
    const task = taskDefinitionOf(templates, runner);
    // Also one that is run under a condition only is run.
    return task === undefined ? runner.dependsOn : [task.key];
  }));
  return templates.ofType(TASK_DEFINITION).filter(task => !run.has(task.key));
}

/** Those of them that may run on Fargate. */
export const findStandaloneTasks = (templates: Templates): readonly Resource[] =>
  tasksWithoutService(templates).filter(task => mayRunOnFargate(task) === true);
