/**
 * The apps of tests go without what their readers never see: the call that made each construct, which costs a tenth of a
 * synthesis, and copies of assets. A test of just that takes the context away.
 */
process.env.CDK_CONTEXT_JSON = JSON.stringify({
  'aws:cdk:disable-creation-stack-traces': true,
  'aws:cdk:disable-asset-staging': true,
  ...JSON.parse(process.env.CDK_CONTEXT_JSON ?? '{}') as Readonly<Record<string, unknown>>,
});
