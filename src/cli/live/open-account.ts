import { join } from 'node:path';
import type { Account, Send } from '../../evidence/collect/account';
import type { regionWithSdk, sendWithSdk } from '../../evidence/collect/account.sdk';
import { type Bounds, boundedAccount } from '../../evidence/collect/bounded-account';

/** Which account and Region: what is left out comes from the environment and the profile. */
export interface AccountOptions {
  readonly region?: string;
  readonly profile?: string;
}

/** The Region that the options, the environment, or the profile names, which the AWS SDK reads as for its calls; absent where none does. */
export const regionOf = async ({ region = process.env.AWS_REGION, profile }: AccountOptions): Promise<string | undefined> =>
  region ?? load().regionWithSdk({ profile });

/** The clients of the AWS SDK, which the package ships once, for the analyzer and for the command line (projenrc/tasks.ts). */
const CLIENTS = join('..', 'analyzer', 'stop-analyzer', 'account.js');

/** An account to read within bounds; the AWS SDK is loaded with the first call, because most commands make none. */
export function openAccount({ region, profile }: AccountOptions, bounds: Bounds): Account {
  let clients: Send | undefined;
  return boundedAccount((action, input, signal, inRegion) => {
    clients ??= load().sendWithSdk({ region, profile, retryMode: 'adaptive' });
    const answer = clients(action, input, signal, inRegion);
    return profile === undefined ? answer : namingProfile(profile, answer);
  }, bounds);
}

/** The AWS SDK does not say in which profile it found no credentials. */
async function namingProfile<T>(profile: string, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'CredentialsProviderError') throw error;
    // One and the same error answers every call of a client.
    throw Object.assign(new Error(`${error.message} in the profile '${profile}'`, { cause: error }), { name: error.name });
  }
}

function load(): { readonly sendWithSdk: typeof sendWithSdk; readonly regionWithSdk: typeof regionWithSdk } {
  // It warns of versions of Node.js that its next versions will not support, and the package brings its own.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an `import` of a path that only a run knows would be a promise
  return require(join(__dirname, CLIENTS)) as ReturnType<typeof load>;
}
