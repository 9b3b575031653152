import type { Account, Send } from '../../evidence/collect/account';
import type { sendWithSdk } from '../../evidence/collect/account.sdk';
import { boundedAccount } from '../../evidence/collect/bounded-account';
import { SOURCE_CALLS } from '../../evidence/collect/source-calls';
import { collectorsNamed } from '../../evidence/collectors/catalogue';
import { collectEvidence } from '../../evidence/collectors/collect-evidence';
import type { BatchPorts } from '../explaining/batch-ports';
import type { AnalyzerSettings } from '../protocol/environment';
import { hasNoTaskLeft } from '../telling/no-task-left';
import type { TellingPorts } from '../telling/telling-ports';

/** The clients of the AWS SDK, in a file of their own beside this one (projenrc/tasks.ts). */
const CLIENTS = `${__dirname}/account.js`;

let clients: Send | undefined;

/** Loads the clients with the first call: most stops need nothing from the account. */
const send: Send = (action, input, signal, region) => {
  clients ??= load().sendWithSdk();
  return clients(action, input, signal, region);
};

// eslint-disable-next-line @typescript-eslint/no-require-imports -- an `import` of a path that is known at run time only would be a promise
const load = () => require(CLIENTS) as { readonly sendWithSdk: typeof sendWithSdk };

/** The account, read within one budget. */
export const openAccount = (): Account => boundedAccount(send);

/** Reads the account for one batch: what several stops ask for is asked once, and all within one budget. */
export function collecting({ evidence, queueArn, redactPersonalData }: AnalyzerSettings): Pick<BatchPorts, 'collect'> {
  const collectors = collectorsNamed(evidence);
  if (collectors.length === 0) return {};
  const account = openAccount();
  const home = homeOf(queueArn);
  return { collect: event => collectEvidence(event, account, { collectors, home, personalData: redactPersonalData }) };
}

/** Looks at services where the role may read them, each once. */
export function lookingAtServices({ evidence, queueArn }: AnalyzerSettings): Pick<TellingPorts, 'lookAtServices'> {
  if (!evidence.some(source => SOURCE_CALLS[source]?.includes('ecs:DescribeServices'))) return {};
  return {
    lookAtServices: () => {
      const account = openAccount();
      return incident => hasNoTaskLeft(incident, account, homeOf(queueArn));
    },
  };
}

/** The queue is in the account and Region of the function; stops may come from others. */
function homeOf(queueArn: string) {
  const [, , , region, account] = queueArn.split(':');
  return { account, region };
}
