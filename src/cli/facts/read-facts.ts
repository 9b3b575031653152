import type { ServiceFacts } from '../../facts/model/service';
import type { TaskFacts } from '../../facts/model/task';
import { runsOnFargate } from '../../facts/readers/capacity';
import { readService } from '../../facts/readers/service';
import { readTask } from '../../facts/readers/task';
import { findStandaloneTasks } from '../../facts/readers/task-definition';
import { casesOf } from '../../facts/template/cases';
import type { Resource } from '../../facts/template/resource';
import type { Templates } from '../../facts/template/templates';
import { conditionsInWords } from '../../guardrails/merge-cases';

/** The facts of one service or standalone task, in one way in which the conditions of its templates can come out. */
export interface ReadFacts {
  readonly judges: 'service' | 'task';
  /** The conditions that these facts depend on, such as `condition 'IsProduction' is true`. */
  readonly when?: string;
  readonly facts: ServiceFacts | TaskFacts;
}

/** What kept the facts of a service from being read. */
export interface UnreadableFacts {
  readonly place: string;
  readonly reason: string;
}

/** What was read, and what could not be, which keeps nothing else from being read. */
export interface FactsOfTemplates {
  readonly read: readonly ReadFacts[];
  readonly unreadable: readonly UnreadableFacts[];
}

type Read = (templates: Templates, declared: Resource) => Omit<ReadFacts, 'when'> | undefined;

/** The facts of every Fargate service, and of every Fargate task definition that no service runs. */
export function readFacts(templates: Templates): FactsOfTemplates {
  const services = templates.ofType('AWS::ECS::Service').map(service =>
    attempt(service.path, () => inEachCase(templates, service, factsOfService)));
  const tasks = attempt('task definitions that no service runs', () =>
    findStandaloneTasks(templates).flatMap(task => inEachCase(templates, task, factsOfTask)));
  const attempts = [...services, tasks];
  return { read: attempts.flatMap(({ read }) => read), unreadable: attempts.flatMap(({ unreadable }) => unreadable) };
}

function attempt(place: string, read: () => readonly ReadFacts[]): FactsOfTemplates {
  try {
    return { read: read(), unreadable: [] };
  } catch (error) {
    return { read: [], unreadable: [{ place, reason: `could not be read: ${String(error)}` }] };
  }
}

const factsOfService: Read = (templates, service) =>
  runsOnFargate(templates, service) ? { judges: 'service', facts: readService(templates, service) } : undefined;

const factsOfTask: Read = (templates, task) => ({ judges: 'task', facts: readTask(templates, task) });

function inEachCase(templates: Templates, declared: Resource, read: Read): readonly ReadFacts[] {
  const cases = casesOf(templates, declared.stack, decided => {
    const present = decided.withKey(declared.key);
    return present && read(decided, present);
  });
  return cases.flatMap(({ result, truths }) => {
    if (result === undefined) return [];
    return [cases.length === 1 ? result : { ...result, when: conditionsInWords(truths) }];
  });
}
