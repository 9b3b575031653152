import { evaluate, evaluateTask, type Finding } from './evaluate';
import { judgeBatchJob, judgeExpressService } from './judge-task-in-resource';
import { mergeCases } from './merge-cases';
import { NOT_JUDGED, NOT_ON_FARGATE, PARTLY_JUDGED, UNJUDGED } from './model/not-judged';
import type { Rule } from './model/rule';
import { inUserNames } from './user-names';
import { isOfServices, OF_STARTERS } from './where-tasks-start';
import { type Outcome, withDefaults } from './with-defaults';
import type { Place } from '../facts/model/place';
import { type Capacity, capacityOf } from '../facts/readers/capacity';
import { readService } from '../facts/readers/service';
import { readTask } from '../facts/readers/task';
import { mayRunOnFargate, tasksWithoutService } from '../facts/readers/task-definition';
import { mayRunTasks, STARTERS, taskRunsOf } from '../facts/readers/task-runs';
import { casesOf } from '../facts/template/cases';
import type { Unread } from '../facts/template/functions/unread';
import { placeOf, type Resource } from '../facts/template/resource';
import type { Templates } from '../facts/template/templates';

/** Says what is wrong with one thing that templates declare. */
type Judge = (templates: Templates, declared: Resource, rules: readonly Rule[]) => readonly Finding[];

/** Something that templates declare and guardrails judge: a service, a task definition that no service runs, or what starts one. */
export interface Judged {
  readonly declared: Resource;
  readonly judge: Judge;
}

/** Everything in templates that is judged by itself. */
export const findJudged = (templates: Templates): readonly Judged[] => [
  ...templates.ofType('AWS::ECS::Service').map(declared => ({ declared, judge: judgeService })),
  ...standaloneTasks(templates).map(declared => ({ declared, judge: judgeTask })),
  ...templates.ofType('AWS::ECS::ExpressGatewayService').map(declared => ({ declared, judge: judgeExpressService })),
  ...templates.ofType('AWS::Batch::JobDefinition').map(declared => ({ declared, judge: judgeBatchJob })),
  ...STARTERS.flatMap(type => templates.ofType(type)).filter(mayStartTasks).map(declared => ({ declared, judge: judgeStarter })),
];

/** What runs no task is nobody's business; one that cannot be read is judged, and then reported. */
function mayStartTasks(resource: Resource): boolean {
  try {
    return mayRunTasks(resource);
  } catch {
    return true;
  }
}

/** Which tasks no service runs can be told only when all services can be read; one that cannot is reported itself. */
function standaloneTasks(templates: Templates): readonly Resource[] {
  try {
    return tasksWithoutService(templates);
  } catch {
    return [];
  }
}

const judgeService: Judge = (templates, service, rules) =>
  notOnFargate(capacityOf(templates, service), placeOf(service)) ?? evaluate(readService(templates, service), rules.filter(isOfServices));

/** What is said of a service that Fargate's rules do not apply to, or of which nobody knows. */
function notOnFargate(capacity: Capacity, at: Place): readonly Finding[] | undefined {
  if (capacity.place === 'fargate') return undefined;
  const rule = capacity.place === 'elsewhere' ? NOT_ON_FARGATE : UNJUDGED;
  return [{ rule, level: 'warning', at, seen: `not checked: ${capacity.because}` }];
}

/** The network decides whether a task starts, whoever starts it; the task definition is judged by itself. */
const judgeStarter: Judge = (templates, starter, rules) => taskRunsOf(starter).flatMap(({ property, asService, spelled }) => {
  const at = { ...placeOf(starter), property };
  const facts = () => ({ ...readService(templates, asService), at });
  return notOnFargate(capacityOf(templates, asService), at) ?? evaluate(facts(), rules.filter(({ id }) => OF_STARTERS.includes(id)))
    .map(finding => finding.at.path === at.path ? { ...finding, at: { ...finding.at, property: spelled(finding.at.property) } } : finding);
});

const judgeTask: Judge = (templates, task, rules) => {
  const isForFargate = mayRunOnFargate(task);
  if (isForFargate === true) return evaluateTask(readTask(templates, task), rules);
  const at = placeOf(task);
  return isForFargate === false
    ? [{ rule: NOT_ON_FARGATE, level: 'warning', at, seen: 'not checked: the task definition is not for Fargate' }]
    : [{ rule: UNJUDGED, level: 'warning', at, seen: 'not checked: the launch type of the task definition is known only at deployment' }];
};

/**
 * Judges one thing in each way in which the conditions of its templates can come out, and with the defaults of their parameters;
 * one that cannot be read keeps no other one from being judged.
 */
export const judgeDeclared = (templates: Templates, judged: Judged, rules: readonly Rule[]): readonly Finding[] =>
  withDefaults(templates, supposed => judgeCases(supposed, judged, rules))
    .map(finding => ({ ...finding, seen: inUserNames(templates, finding.seen) }));

function judgeCases(templates: Templates, { declared, judge }: Judged, rules: readonly Rule[]): Outcome {
  const cases = casesOf(templates, declared.stack, decided => {
    const present = decided.withKey(declared.key);
    return present && guarded(decided, present, judge, rules);
  });
  return {
    findings: mergeCases(cases.flatMap(({ result, truths, unread }) =>
      result === undefined ? [] : [{ result: [...result, ...unread.map(part => partlyJudged(templates, part))], truths }])),
    parameters: [...new Set(cases.flatMap(({ parameters }) => parameters))],
  };
}

function partlyJudged(templates: Templates, { resource, property, because }: Unread): Finding {
  const of = templates.withKey(resource);
  const at = of === undefined ? { path: resource, property } : { ...placeOf(of), property };
  return { rule: PARTLY_JUDGED, level: 'warning', at, seen: `not checked: ${because}` };
}

function guarded(templates: Templates, declared: Resource, judge: Judge, rules: readonly Rule[]): readonly Finding[] {
  try {
    return judge(templates, declared, rules);
  } catch (error) {
    return [{ rule: NOT_JUDGED, level: 'error', at: placeOf(declared), seen: `'${declared.path}' could not be read: ${String(error)}` }];
  }
}
