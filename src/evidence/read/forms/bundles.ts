import type { Form } from './form';
import type { Evidence } from '../../model/evidence';
import { objects, present } from '../../model/json-fields';
import { complete } from '../complete';
import { madeFrom } from '../made-from';
import { looksLikeBundle, readBundle } from '../read-bundle';
import { isOfDeployment } from '../read-deployment';
import { join } from '../read-event';
import { stillRuns } from '../read-task';
import { readTaskDefinitions } from '../read-task-definitions';

/** A stop with what was gathered around it. */
export const bundle: Form = {
  name: 'an evidence bundle',
  recognizes: looksLikeBundle,
  read: (value, place) => ({ findings: [readBundle(value, place)] }),
};

/** A deployment with its tasks, each a task, an event or a bundle of its own; those that still run are none of its failures. */
export const deploymentBundle: Form = {
  name: 'a deployment with its tasks',
  recognizes: isOfDeployment,
  read: (value, place, readInner) => {
    const field = Array.isArray(value.failedTasks) ? 'failedTasks' : 'tasks';
    const definitions = readTaskDefinitions(value.taskDefinitions, join(place, 'taskDefinitions'));
    const contents = objects(value[field]).flatMap((item, index) =>
      stillRuns(item) ? [] : readInner(item, join(place, `${field}[${index}]`)));
    const tasks = contents.flatMap(({ findings }) => findings)
      .map(findings => complete({ ...findings, ...madeFrom(findings.task, definitions) }));
    return {
      findings: [{ ...placeOf(tasks), ...readBundle(value, place), failedTasks: tasks }],
      unreadable: contents.flatMap(({ unreadable }) => unreadable),
    };
  },
};

/** Where the tasks of a deployment are, there it is itself. */
function placeOf(tasks: readonly Evidence[]): Partial<Evidence> {
  const { region, account, cluster, service } = tasks.find(task => task.cluster !== undefined) ?? {};
  return present({ region, account, cluster, service });
}

