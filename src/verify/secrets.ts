import type { Check, Problem } from './problem';
import { after, written } from './written';
import type { Reading } from '../account/reading';
import type { ContainerFacts, SecretFacts } from '../facts/model/container';
import { isKnown } from '../facts/model/fact';

/** Secrets and parameters of the Region that containers are given; never their values. */
export const secrets: Check = async ({ containers }, reading) =>
  (await Promise.all(containers.flatMap(container =>
    secretsOf(container).map(secret => problemsOf(container, secret, reading))))).flat();

const secretsOf = ({ secrets: given, repositoryCredentials: account }: ContainerFacts): readonly SecretFacts[] =>
  [...isKnown(given) ? given : [], ...isKnown(account) && account !== undefined ? [account] : []];

async function problemsOf({ at }: ContainerFacts, secret: SecretFacts, reading: Reading): Promise<readonly Problem[]> {
  if (secret.region !== undefined) return [];
  const seen = secret.store === 'ssm' ? await parameter(secret, reading) : await ofSecretsManager(secret, reading);
  return seen === undefined ? [] : [{ at, seen: `${secret.name}: ${seen.what}`, fix: seen.fix }];
}

/** What is wrong with a secret or a parameter, and what mends it. */
interface Missing {
  readonly what: string;
  readonly fix: string;
}

const CREATE = 'Create it in the account and Region of the deployment, or correct its name.';

/** What calls name a secret of Secrets Manager in the Region by; absent for one of the app, and where it is not written out. */
export const secretIdOf = ({ reference, region, store }: SecretFacts): string | undefined =>
  store === 'secretsmanager' && region === undefined ? written(reference) ?? after(reference, ':secret:') : undefined;

async function ofSecretsManager(secret: SecretFacts, reading: Reading): Promise<Missing | undefined> {
  const SecretId = secretIdOf(secret);
  if (SecretId === undefined) return undefined;
  const answer = await reading.one('secretsmanager:DescribeSecret', { SecretId });
  if (!isKnown(answer)) return undefined;
  if (answer === undefined) return { what: `the secret ${SecretId} does not exist`, fix: CREATE };
  return answer.DeletedDate === undefined ? undefined : {
    what: `the secret ${SecretId} is scheduled for deletion`,
    fix: `Run aws secretsmanager restore-secret --secret-id ${SecretId}, or refer to another secret.`,
  };
}

/** An ARN does not tell a name from the same name after a slash. */
async function parameter({ reference }: SecretFacts, reading: Reading): Promise<Missing | undefined> {
  const name = String(reference).includes(':parameter') ? after(reference, ':parameter/') : written(reference);
  if (name === undefined) return undefined;
  const Values = [...new Set([name, `/${name.replace(/^\//, '')}`])];
  const filters = [{ Key: 'Name', Option: 'Equals', Values }];
  const found = await reading.all('ssm:DescribeParameters', { ParameterFilters: filters }, 'Parameters');
  return isKnown(found) && found.length === 0 ? { what: `the parameter ${name} does not exist`, fix: CREATE } : undefined;
}
