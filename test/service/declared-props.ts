import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const OPTIONS = join(__dirname, '..', '..', 'src', 'service', 'options');
const BASE = 'hardened-fargate-base-props.ts';

const propsIn = (files: readonly string[]): readonly string[] => files.flatMap(file =>
  [...readFileSync(join(OPTIONS, file), 'utf8').matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, prop]) => prop));

/** The props of a service, read from the source. */
export const declaredProps = (): readonly string[] => propsIn([BASE, 'hardened-fargate-service-props.ts']);

/** The props of a task that begins and ends. */
export const propsOfTasks = (): readonly string[] => propsIn([BASE, 'hardened-fargate-task-props.ts']);
