import { withAllowed } from './allowed-by-tags.lambda';
import { besideThis } from './beside-this.lambda';
import { memberAccounts } from './member-accounts.lambda';
import { type Account, type AccountAt, isAccount, type Send } from '../../evidence/collect/account';
import type { sendWithSdk } from '../../evidence/collect/account.sdk';
import { boundedAccount } from '../../evidence/collect/bounded-account';
import { readsServices } from '../../evidence/collect/reads-services';
import type { collectorsNamed as collectorsOf } from '../../evidence/collectors/catalogue';
import { gatherEvidence } from '../../evidence/collectors/gather-evidence';
import type { Evidence } from '../../evidence/model/evidence';
import type { Place } from '../../evidence/model/place';
import type { BatchPorts } from '../explaining/batch-ports';
import { DescribedServices } from '../notifying/described-services';
import { hasNoTaskLeft } from '../notifying/no-task-left';
import type { NotifierPorts } from '../notifying/notifier-ports';
import type { AnalyzerSettings } from '../protocol/environment';

let clients: Send | undefined;

/** Loads the clients of the AWS SDK with the first call: most stops need nothing from the account. */
const send: Send = (action, input, signal, region) => {
  clients ??= besideThis<{ readonly sendWithSdk: typeof sendWithSdk }>('account.js').sendWithSdk();
  return clients(action, input, signal, region);
};

/** The collectors, with the rules that some of them judge by. */
const collectorsNamed: typeof collectorsOf = (names, when) =>
  besideThis<{ readonly collectorsNamed: typeof collectorsOf }>('collectors.js').collectorsNamed(names, when);

/** The account, read within one budget. */
export const openAccount = (): Account => boundedAccount(send);

/** Reads the account for one batch: what several stops ask for is asked once, and all within one budget. */
export function collecting(settings: AnalyzerSettings): Pick<BatchPorts, 'collect'> {
  const { evidence, queueArn, redactPersonalData } = settings;
  if (evidence.length === 0) return {};
  const home = homeOf(queueArn);
  const services = describedServices(settings);
  const shared = (account: Account, place: Place): Account => services?.sharing(account, place) ?? account;
  const account = shared(openAccount(), home);
  const members = memberAccounts(settings);
  const elsewhere = eachOnce(async place => {
    const member = await members(place);
    return isAccount(member) ? shared(member, place) : member;
  });
  return {
    collect: async event => {
      const stop = services === undefined || settings.acknowledgedInTags !== true ? event : await withAllowed(event, services);
      return gatherEvidence(stop, account, collectorsNamed(evidence, 'at once'), { home, elsewhere, personalData: redactPersonalData });
    },
  };
}

let described: DescribedServices | undefined;

/** Services as ECS describes them, where the role may read that. */
export function describedServices(settings: AnalyzerSettings): DescribedServices | undefined {
  if (!readsServices(settings.evidence)) return undefined;
  return described ??= new DescribedServices({ openAccounts: () => accountsOf(settings), now: Date.now });
}

/** Reads what AWS has some minutes after a stop only, beside evidence that was gathered before. */
export async function collectLater(savedEvidence: unknown, settings: AnalyzerSettings): Promise<readonly Evidence[]> {
  const { evidence, queueArn, redactPersonalData } = settings;
  const options = { home: homeOf(queueArn), elsewhere: memberAccounts(settings), personalData: redactPersonalData };
  return gatherEvidence({ savedEvidence: [savedEvidence] }, openAccount(), collectorsNamed(evidence, 'later'), options);
}

/** Looks at services where the role may read them, each once. */
export function lookingAtServices(settings: AnalyzerSettings): Pick<NotifierPorts, 'lookAtServices'> {
  const services = describedServices(settings);
  if (services === undefined) return {};
  return {
    lookAtServices: () => {
      const describe = services.anew();
      return async incident => hasNoTaskLeft(await describe(incident));
    },
  };
}

/** The accounts that are read: the own one, and those of members. */
function accountsOf(settings: AnalyzerSettings): AccountAt {
  const home = homeOf(settings.queueArn);
  const own = openAccount();
  const members = eachOnce(memberAccounts(settings));
  return place => place.account === home.account && place.region === home.region ? Promise.resolve(own) : members(place);
}

/** Opens the account of a place once, so that all who ask share its answers and its budget. */
function eachOnce(accounts: AccountAt): AccountAt {
  const openedBefore = new Map<string, ReturnType<AccountAt>>();
  return ({ account, region }) => {
    const key = JSON.stringify([account, region]);
    const opened = openedBefore.get(key) ?? accounts({ account, region });
    openedBefore.set(key, opened);
    return opened;
  };
}

/** The queue is in the account and Region of the function; stops may come from others. */
function homeOf(queueArn: string): Required<Place> {
  const [, , , region, account] = queueArn.split(':');
  return { account, region };
}
