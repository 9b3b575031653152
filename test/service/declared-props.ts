import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const OPTIONS = join(__dirname, '..', '..', 'src', 'service', 'options');
const DECLARED_IN = ['hardened-fargate-base-props.ts', 'hardened-fargate-service-props.ts'];

/** The props of a service, read from the source. */
export const declaredProps = (): readonly string[] => DECLARED_IN.flatMap(file =>
  [...readFileSync(join(OPTIONS, file), 'utf8').matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, prop]) => prop));
