import { UNKNOWN } from '../../model/fact';
import type { ResolvedObject } from '../source/resolved';

/** Where a macro, such as `AWS::Include`, or a loop is named beside what it adds to. */
const MACRO = /^Fn::(?:Transform$|ForEach::)/;

/** Why nobody can read what a function gives before deployment. */
export const atDeployment = (name: string): string =>
  MACRO.test(name) ? `'${name}' is expanded at deployment` : `the function '${name}' is not known`;

/**
 * An object as far as its template says what is in it: a macro may add anything, so that what is not there is not absent, but unknown.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-transform.html
 */
export const beforeMacros = (object: ResolvedObject, tell: () => void = () => undefined): ResolvedObject =>
  mayGrow(object) ? new Proxy(object, { get: readOrUnknown(tell) }) : object;

/** Whether a macro or a loop may add to an object: whoever copies it has to ask. */
export const mayGrow = (object: ResolvedObject): boolean => Object.keys(object).some(name => MACRO.test(name));

const readOrUnknown = (tell: () => void) => (object: ResolvedObject, name: string | symbol): unknown => {
  if (typeof name !== 'string' || name in object) return Reflect.get(object, name);
  tell();
  return UNKNOWN;
};
