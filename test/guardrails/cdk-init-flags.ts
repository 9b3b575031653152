import { readFileSync } from 'node:fs';

/** The feature flags that `cdk init` writes into the `cdk.json` of a new app. */
export const CDK_INIT_FLAGS = JSON.parse(readFileSync(require.resolve('aws-cdk-lib/recommended-feature-flags.json'), 'utf8')) as { readonly [flag: string]: unknown };

/** The sets of flags that everything is judged under. */
export const FLAG_SETS = { 'the flags of cdk init': CDK_INIT_FLAGS, 'no flags': {} };
