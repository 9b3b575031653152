import type { Resolved } from '../facts/template/source/resolved';
import type { Templates } from '../facts/template/templates';

/** A name as it is written out in a template; absent where a part of it is decided at deployment. */
export const written = (name: unknown): string | undefined => typeof name === 'string' && !name.includes('${') ? name : undefined;

/** What follows a part of an ARN, where that is written out: the Region and the account may be those of the deployment. */
export const after = (arn: unknown, part: string): string | undefined =>
  typeof arn === 'string' && arn.includes(part) ? written(arn.slice(arn.indexOf(part) + part.length)) : undefined;

/** Whether only the deployment tells what a value names: the value is set, but not written out, and is no resource of the app. */
export const isLeftToDeployment = (value: Resolved, templates: Templates): boolean =>
  value !== undefined && written(value) === undefined && templates.referred(value) === undefined;
