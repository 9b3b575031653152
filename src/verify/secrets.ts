import type { Check, Problem, Skipped } from './problem';
import { after, written } from './written';
import type { Reading } from '../account/reading';
import type { ContainerFacts, SecretFacts } from '../facts/model/container';
import { isKnown } from '../facts/model/fact';
import type { Place } from '../facts/model/place';
import type { Templates } from '../facts/template/templates';

/** Secrets and parameters of the Region that containers are given; never their values. */
export const secrets: Check = async ({ containers, templates }, reading) => (await Promise.all(containers.flatMap(container => [
  isKnown(container.secrets) ? [] : [{ at: container.at, seen: 'its secrets are known only at deployment' }],
  ...secretsOf(container).map(secret => foundOf(container, secret, templates, reading)),
]))).flat();

const secretsOf = ({ secrets: given, repositoryCredentials: account }: ContainerFacts): readonly SecretFacts[] =>
  [...isKnown(given) ? given : [], ...isKnown(account) && account !== undefined ? [account] : []];

async function foundOf(
  { at }: ContainerFacts, secret: SecretFacts, templates: Templates, reading: Reading,
): Promise<readonly (Problem | Skipped)[]> {
  const [secretId, parameterName] = [secretIdOf(secret), parameterNameOf(secret)];
  if (secretId !== undefined) return asFound(at, secret, await ofSecretsManager(secretId, reading));
  if (parameterName !== undefined) return asFound(at, secret, await parameter(parameterName, reading));
  return templates.referred(secret.reference) === undefined ? [{ at, seen: `${secret.name}: ${reasonToSkip(secret)}` }] : [];
}

const asFound = (at: Place, { name }: SecretFacts, missing: Missing | undefined): readonly Problem[] =>
  missing === undefined ? [] : [{ at, seen: `${name}: ${missing.what}`, fix: missing.fix }];

const reasonToSkip = ({ region }: SecretFacts): string =>
  typeof region === 'string' ? `the secret is in another Region, ${region}` : 'the secret is known only at deployment';

/** What is wrong with a secret or a parameter, and what mends it. */
interface Missing {
  readonly what: string;
  readonly fix: string;
}

const CREATE = 'Create it in the account and Region of the deployment, or correct its name.';

/** What calls name a secret of Secrets Manager in the Region by; absent for one of the app, and where it is not written out. */
export const secretIdOf = ({ reference, region, store }: SecretFacts): string | undefined =>
  store === 'secretsmanager' && region === undefined ? written(reference) ?? after(reference, ':secret:') : undefined;

/** What calls name a parameter in the Region by; absent as above. */
function parameterNameOf({ reference, region, store }: SecretFacts): string | undefined {
  if (store !== 'ssm' || region !== undefined) return undefined;
  return String(reference).includes(':parameter') ? after(reference, ':parameter/') : written(reference);
}

async function ofSecretsManager(SecretId: string, reading: Reading): Promise<Missing | undefined> {
  const answer = await reading.one('secretsmanager:DescribeSecret', { SecretId });
  if (!isKnown(answer)) return undefined;
  if (answer === undefined) return { what: `the secret ${SecretId} does not exist`, fix: CREATE };
  return answer.DeletedDate === undefined ? undefined : {
    what: `the secret ${SecretId} is scheduled for deletion`,
    fix: `Run aws secretsmanager restore-secret --secret-id ${SecretId}, or refer to another secret.`,
  };
}

/** An ARN does not tell a name from the same name after a slash. */
async function parameter(name: string, reading: Reading): Promise<Missing | undefined> {
  const Values = [...new Set([name, `/${name.replace(/^\//, '')}`])];
  const filters = [{ Key: 'Name', Option: 'Equals', Values }];
  const found = await reading.all('ssm:DescribeParameters', { ParameterFilters: filters }, 'Parameters');
  return isKnown(found) && found.length === 0 ? { what: `the parameter ${name} does not exist`, fix: CREATE } : undefined;
}
