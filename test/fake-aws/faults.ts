import { type AwsEndpoint, DENIED, DOWN, type Fault, THROTTLED } from './aws-endpoint';
import type { Refusal } from './wire-protocols';

/** Lets one action fail until the endpoint recovers. */
type Inject = (aws: AwsEndpoint, action: string) => void;

const refusing = (refusal: Refusal): Inject => (aws, action) => aws.refuse(action, refusal);
const failing = (fault: Fault): Inject => (aws, action) => aws.fail(action, fault);

/** Everything that keeps a call from being answered, by name. */
export const FAULTS = {
  'denied': refusing(DENIED),
  'throttled': refusing(THROTTLED),
  'down': refusing(DOWN),
  'reset': failing('reset'),
  'silent': failing('silence'),
  'malformed': failing('malformed'),
  'empty': failing('empty'),
  'the page of a proxy': failing('foreign'),
} as const satisfies Readonly<Record<string, Inject>>;

export type FaultName = keyof typeof FAULTS;

/** A call that is slow is answered all the same. */
export const slow = failing('slow');
