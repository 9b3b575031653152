import { App, Duration } from 'aws-cdk-lib';
import { Template as Synthesized } from 'aws-cdk-lib/assertions';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { faultsOfOrder } from './order';
import { lostTypes, type Template } from './replaced';
import { base, type Row, type Value } from './rows';
import { HardenedFargateService, HardenedFargateTask } from '../../src/index';
import { imageIn, newStack } from '../service/declare';
import { propsOfTasks } from '../service/declared-props';

const TASK_PROPS = propsOfTasks();

/** The template of a service with a value. */
export function templateWith(value: Value, id = 'Web'): Template {
  const stack = newStack(new App({ treeMetadata: false }));
  const { afterwards, ...differences } = value(stack);
  const service = new HardenedFargateService(stack, id, { image: imageIn(stack), ...base(stack), ...differences });
  afterwards?.(service);
  return Synthesized.fromStack(stack).toJSON() as Template;
}

/** The template of a task on a schedule with a value, as far as tasks have such props. */
export function taskTemplateWith(value: Value): Template {
  const stack = newStack(new App({ treeMetadata: false }));
  const ofTasks = Object.fromEntries(Object.entries(value(stack)).filter(([prop]) => TASK_PROPS.includes(prop)));
  new HardenedFargateTask(stack, 'Report', { image: imageIn(stack), ...ofTasks }).schedule('Nightly', { schedule: ScheduleExpression.rate(Duration.days(1)) });
  return Synthesized.fromStack(stack).toJSON() as Template;
}

/** What is wrong with every change from one value of a prop to another. */
export function faultsOf({ values, allowed = {} }: Row, template: (value: Value) => Template = templateWith): readonly string[] {
  const templates = Object.entries(values).map(([name, value]) => [name, template(value)] as const);
  return templates.flatMap(([from, before]) => templates.filter(([to]) => to !== from).flatMap(([to, after]) => [
    ...lostTypes(before, after).filter(([type]) => !(type in allowed)).map(([type, id]) => `loses ${type} ${id}`),
    ...faultsOfOrder(before, after),
  ].map(fault => `${from} → ${to}: ${fault}`)));
}
