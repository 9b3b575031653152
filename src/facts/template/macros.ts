import type { ResolvedObject } from './resolved';
import { UNKNOWN } from '../model/fact';

/** Where a macro, such as `AWS::Include`, is named beside what it adds to. */
const MACRO = 'Fn::Transform';

/**
 * An object as far as its template says what is in it: a macro may add anything, so that what is not there is not absent, but unknown.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-transform.html
 */
export const beforeMacros = (object: ResolvedObject): ResolvedObject =>
  mayGrow(object) ? new Proxy(object, { get: readOrUnknown }) : object;

/** Whether a macro may add to an object: whoever copies it has to ask. */
export const mayGrow = (object: ResolvedObject): boolean => MACRO in object;

const readOrUnknown = (object: ResolvedObject, name: string | symbol): unknown =>
  typeof name === 'string' && !(name in object) ? UNKNOWN : Reflect.get(object, name);
