import { evaluate, evaluateTask, type Finding } from './evaluate';
import { mergeCases } from './merge-cases';
import { NOT_JUDGED } from './model/not-judged';
import type { Rule } from './model/rule';
import { runsOnFargate } from '../facts/readers/capacity';
import { readService } from '../facts/readers/service';
import { readTask } from '../facts/readers/task';
import { findStandaloneTasks } from '../facts/readers/task-definition';
import { casesOf } from '../facts/template/cases';
import { placeOf, type Resource } from '../facts/template/resource';
import type { Templates } from '../facts/template/templates';

/** Says what is wrong with one thing that templates declare. */
type Judge = (templates: Templates, declared: Resource, rules: readonly Rule[]) => readonly Finding[];

/** Something that templates declare and guardrails judge: a service, or a task definition that no service runs. */
export interface Judged {
  readonly declared: Resource;
  readonly judge: Judge;
}

/** Everything in templates that is judged by itself. */
export const findJudged = (templates: Templates): readonly Judged[] => [
  ...templates.ofType('AWS::ECS::Service').map(declared => ({ declared, judge: judgeService })),
  ...standaloneTasks(templates).map(declared => ({ declared, judge: judgeTask })),
];

/** Which tasks no service runs can be told only when all services can be read; one that cannot is reported itself. */
function standaloneTasks(templates: Templates): readonly Resource[] {
  try {
    return findStandaloneTasks(templates);
  } catch {
    return [];
  }
}

const judgeService: Judge = (templates, service, rules) =>
  runsOnFargate(templates, service) ? evaluate(readService(templates, service), rules) : [];

const judgeTask: Judge = (templates, task, rules) => evaluateTask(readTask(templates, task), rules);

/**
 * Judges one thing in each way in which the conditions of its templates can come out; one that cannot be read keeps no
 * other one from being judged.
 */
export function judgeDeclared(templates: Templates, { declared, judge }: Judged, rules: readonly Rule[]): readonly Finding[] {
  const cases = casesOf(templates, declared.stack, decided => {
    const present = decided.withKey(declared.key);
    return present && guarded(decided, present, judge, rules);
  });
  return mergeCases(cases.flatMap(({ result, truths }) => result === undefined ? [] : [{ result, truths }]));
}

function guarded(templates: Templates, declared: Resource, judge: Judge, rules: readonly Rule[]): readonly Finding[] {
  try {
    return judge(templates, declared, rules);
  } catch (error) {
    return [{ rule: NOT_JUDGED, level: 'error', at: placeOf(declared), seen: `'${declared.path}' could not be read: ${String(error)}` }];
  }
}
