import { UNKNOWN } from '../../model/fact';
import { type Resolved, UNKNOWN_PART } from '../source/resolved';

/** A reference to the parameter store, whose name may hold symbols. */
const LOOKUP = String.raw`\{\{resolve:ssm:(?:\$\{[^}]*\}|[^{}])*\}\}`;
const IS_LOOKUP = new RegExp(`^${LOOKUP}$`);
const LOOKUPS = new RegExp(LOOKUP, 'g');

/**
 * What CloudFormation reads from the parameter store when it deploys, nobody knows before.
 *
 * References to secrets stay as they are, because they are faults where everybody can read the value.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
 */
export function withoutLookups(whole: string): Resolved {
  if (!whole.includes('{{')) return whole;
  return IS_LOOKUP.test(whole) ? UNKNOWN : whole.replace(LOOKUPS, UNKNOWN_PART);
}
