import { nextSize } from '../../aws/next-size';
import type { Evidence } from '../../evidence/model/evidence';
import type { Action } from '../model/diagnosis';

/** An order to give the task more memory, which names the next size of Fargate where the present one is known. */
export function moreMemory({ task: { cpu, memory } }: Evidence, order: string): Action {
  const size = nextSize(whole(cpu), whole(memory));
  return {
    title: size ? `${order}: the next Fargate task size is cpu: ${size.cpu}, memoryLimitMiB: ${size.memory}.` : `${order}.`,
    commands: [],
    prop: 'memoryLimitMiB',
  };
}

/** The number in a text such as `1024`. */
export const whole = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
