import type { Skipped } from './problem';
import { type Verification, verify } from './verify';
import { Reading } from '../account/reading';
import type { Account } from '../evidence/collect/account';
import { isKnown } from '../facts/model/fact';
import type { Environment } from '../facts/template/source/environment';
import type { TemplateSource } from '../facts/template/source/template-source';
import { Templates } from '../facts/template/templates';
import { groupBy } from '../group-by';

/** Verifies each template in the Region that it is deployed to, unless that is in another account: what is elsewhere says nothing. */
export async function verifyDeployments(
  sources: readonly TemplateSource[], accountIn: (region: string | undefined) => Account,
): Promise<Verification> {
  const deployments = groupBy(sources, ({ environment }) => `${environment?.account} ${environment?.region}`);
  const found = await Promise.all([...deployments.values()].map(together => verifyTogether(together, accountIn)));
  return {
    problems: found.flatMap(({ problems }) => problems),
    skipped: found.flatMap(({ skipped }) => skipped),
    gaps: found.flatMap(({ gaps }) => gaps),
  };
}

async function verifyTogether(
  sources: readonly [TemplateSource, ...TemplateSource[]], accountIn: (region: string | undefined) => Account,
): Promise<Verification> {
  const [{ environment = {} }] = sources;
  const account = accountIn(environment.region);
  const reading = new Reading(account);
  const reason = await reasonToSkip(environment, reading);
  if (reason !== undefined) return { problems: [], skipped: sources.map(skippedBecause(reason)), gaps: reading.gaps };
  const verification = await verify(new Templates(sources), account);
  return { ...verification, gaps: [...reading.gaps, ...verification.gaps] };
}

/** Absent where the account is not known: then the credentials are taken for those of the deployment. */
async function reasonToSkip({ account }: Environment, reading: Reading): Promise<string | undefined> {
  if (account === undefined) return undefined;
  const own = await reading.part<string>('sts:GetCallerIdentity', {}, 'Account');
  const isOther = isKnown(own) && own !== undefined && own !== account;
  return isOther ? `the stack is for account ${account}, but the credentials are for account ${own}` : undefined;
}

const skippedBecause = (seen: string) => ({ stack, name = stack }: TemplateSource): Skipped =>
  ({ at: { path: name, property: 'Resources' }, seen });
