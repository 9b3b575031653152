import { CDK_INIT_FLAGS } from './cdk-init-flags';

/** The CDK reads the context of every app from here, as its command line hands it on: with this file, tests run under the flags of `cdk init`. */
process.env.CDK_CONTEXT_JSON = JSON.stringify({
  ...JSON.parse(process.env.CDK_CONTEXT_JSON ?? '{}') as Readonly<Record<string, unknown>>,
  ...CDK_INIT_FLAGS,
});
