import type { Declare } from '../configuration';

/** What people deploy and AWS accepts: guardrails can advise, and have no error to find. */
export type DeployedConfiguration = readonly [sentence: string, declare: Declare];
