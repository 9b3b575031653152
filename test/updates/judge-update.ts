import { App } from 'aws-cdk-lib';
import { Template as Synthesized } from 'aws-cdk-lib/assertions';
import { faultsOfOrder } from './order';
import { lostTypes, type Template } from './replaced';
import { base, type Row, type Value } from './rows';
import { HardenedFargateService } from '../../src/index';
import { imageIn, newStack } from '../service/declare';

/** The template of a service with a value. */
export function templateWith(value: Value): Template {
  const stack = newStack(new App());
  new HardenedFargateService(stack, 'Web', { image: imageIn(stack), ...base(stack), ...value(stack) });
  return Synthesized.fromStack(stack).toJSON() as Template;
}

/** What is wrong with every change from one value of a prop to another. */
export function faultsOf({ values, allowed = {} }: Row): readonly string[] {
  const templates = Object.entries(values).map(([name, value]) => [name, templateWith(value)] as const);
  return templates.flatMap(([from, before]) => templates.filter(([to]) => to !== from).flatMap(([to, after]) => [
    ...lostTypes(before, after).filter(([type]) => !(type in allowed)).map(([type, id]) => `loses ${type} ${id}`),
    ...faultsOfOrder(before, after),
  ].map(fault => `${from} → ${to}: ${fault}`)));
}
