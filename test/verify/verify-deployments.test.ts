import { missing } from './complete-account';
import type { Send } from '../../src/evidence/collect/account';
import { boundedAccount } from '../../src/evidence/collect/bounded-account';
import type { Environment } from '../../src/facts/template/source/environment';
import { verifyDeployments } from '../../src/verify/verify-deployments';
import { sourceOf } from '../facts/templates-of';

const OWN = '111122223333';
const PROD = '444455556666';

/** A stack with a log group, the name of which must be free where it is deployed. */
const stackIn = (name: string, environment: Environment) =>
  ({ ...sourceOf(name, { Resources: { Audit: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: '/shop/audit' } } } }), name, environment });

async function verified(...stacks: readonly ReturnType<typeof stackIn>[]) {
  const called: (readonly [region: string | undefined, action: string])[] = [];
  const answers: Readonly<Record<string, object>> = {
    'sts:GetCallerIdentity': { Account: OWN }, 'logs:DescribeLogGroups': { logGroups: [{ logGroupName: '/shop/audit' }] }, 'cloudformation:DescribeStackResources': { StackResources: [] },
  };
  const accountIn = (region: string | undefined) => boundedAccount((async (action: string) => {
    called.push([region, action]);
    return answers[action] ?? missing('AccessDeniedException');
  }) as unknown as Send);
  const { problems, skipped, gaps } = await verifyDeployments(stacks, accountIn);
  return { problems: problems.map(({ at }) => at.template ?? at.path), skipped: skipped.map(({ at, seen }) => `${at.path}: ${seen}`), gaps, called };
}

test('each template is checked in the Region that it is deployed to', async () => {
  const { problems, called } = await verified(stackIn('Shop', { region: 'eu-west-1' }), stackIn('Edge', { region: 'us-east-1' }));
  expect(problems).toHaveLength(2);
  expect(called.filter(([, action]) => action === 'logs:DescribeLogGroups').map(([region]) => region).sort()).toEqual(['eu-west-1', 'us-east-1']);
});

test('a template of another account is not checked with these credentials, and named', async () => {
  const { problems, skipped, called } = await verified(stackIn('Prod', { account: PROD, region: 'eu-west-1' }));
  expect({ problems, skipped }).toEqual({ problems: [], skipped: [`Prod: the stack is for account ${PROD}, but the credentials are for account ${OWN}`] });
  expect(called).toEqual([['eu-west-1', 'sts:GetCallerIdentity']]);
});

test('a template of the account of the credentials is checked, and so is one that names no account', async () => {
  const { problems, skipped, gaps } = await verified(stackIn('Shop', { account: OWN, region: 'eu-west-1' }), stackIn('Any', { region: 'eu-west-1' }));
  expect(problems).toHaveLength(2);
  expect({ skipped, gaps }).toEqual({ skipped: [], gaps: [] });
});
