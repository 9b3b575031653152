import type { Answers, Ask, Collector } from './collector';
import type { CauseId } from '../../causes/catalogue';
import { wantedEvidence } from '../../diagnosis/wanted-evidence';
import type { RedactionOptions } from '../clean/redact-evidence';
import { type Account, type AccountAt, isAccount } from '../collect/account';
import type { Evidence } from '../model/evidence';
import type { Gap } from '../model/gap';
import { isObject, type JsonObject, objects } from '../model/json-fields';
import type { Place } from '../model/place';
import { looksLikeBundle } from '../read/read-bundle';
import { readEvidence } from '../read/read-evidence';
import { isSaved } from '../read/saved/read-saved';

/** Where can be asked, and what is redacted of the answers. */
export interface GatheringOptions extends RedactionOptions {
  /** The account and Region that can be asked. */
  readonly home?: Place;
  /** Who reads the account of a stop from elsewhere; without it, such a stop is read as it is. */
  readonly elsewhere?: AccountAt;
}

/** The evidence in one JSON value, with what the account tells these collectors of it, redacted. */
export async function gatherEvidence(
  input: unknown, account: Account, collectors: readonly Collector[], { home, elsewhere, ...redaction }: GatheringOptions = {},
): Promise<readonly Evidence[]> {
  if (!isObject(input)) return readEvidence(input, redaction);
  return readEvidence(await gather(input, account, collectors, { home, elsewhere }), redaction);
}

/**
 * A stop with what the account says of it, as an evidence bundle.
 *
 * Each answer may raise a suspicion that asks for more, so the account is asked until no candidate cause wants anything
 * that a collector brings and was not asked for. A fault of ours costs the answers, never the stop.
 */
async function gather(
  stop: JsonObject, account: Account, collectors: readonly Collector[], { home = {}, elsewhere }: GatheringOptions = {},
): Promise<JsonObject> {
  const bundle = looksLikeBundle(stop) || isSaved(stop) ? stop : { event: stop };
  const read = readEvidence(bundle);
  const readerOf = async (place: Place): Promise<Account | Gap> =>
    isAt(home, place) ? account : await elsewhere?.(place) ?? notRead(place, home);
  const readers = await Promise.all(read.map(readerOf));
  const gaps = readers.filter(reader => !isAccount(reader));
  if (gaps.length > 0) return joined(bundle, [{ gaps }]);
  return enrich(bundle, read, readers.find(isAccount) ?? account, collectors);
}

/** What is asked for by its name may be there under the same name in the account that can be asked. */
const isAt = (home: Place, { account, region }: Place): boolean => isSame(account, home.account) && isSame(region, home.region);

const isSame = (there: string | undefined, here: string | undefined): boolean =>
  there === undefined || here === undefined || there === here;

const notRead = ({ account = '?', region = '?' }: Place, home: Place): Gap => ({
  source: 'account',
  because: `the task ran in account ${account} and Region ${region}, but only ${home.account} in ${home.region} can be read`,
});

/** A bundle, of which the evidence is read already, with what the account says. */
async function enrich(
  bundle: JsonObject, [evidence, second]: readonly Evidence[], account: Account, collectors: readonly Collector[],
): Promise<JsonObject> {
  if (evidence === undefined || second !== undefined) return bundle;
  const wanted = wantedEvidence(evidence);
  const asked = collectors.filter(({ brings, causes }) =>
    brings.some(part => wanted.parts.includes(part)) && (causes?.some(cause => wanted.causes.includes(cause)) ?? true));
  if (asked.length === 0) return bundle;
  const answers = await Promise.all(asked.map(collector => answersOf(collector, evidence, account, wanted.causes)));
  const more = joined(bundle, await Promise.all(answers.map(answer => withOneTask(answer, account, collectors))));
  const others = collectors.filter(collector => !asked.includes(collector));
  const read = readable(more);
  return read === undefined ? gather(joined(bundle, [UNREADABLE]), account, others) : enrich(more, read, account, others);
}

/** The tasks of a deployment fail alike: the account is asked about one of them. */
async function withOneTask(answers: Answers, account: Account, collectors: readonly Collector[]): Promise<Answers> {
  const [first, ...others] = objects(answers.tasks);
  return first === undefined ? answers : { ...answers, tasks: [await gather({ task: first }, account, collectors), ...others] };
}

async function answersOf(
  collector: Collector, evidence: Evidence, account: Account, suspected: readonly CauseId[],
): Promise<Answers> {
  const gaps: Gap[] = [];
  try {
    return { ...await collector.collect(evidence, asking(collector, account, gaps), suspected), gaps };
  } catch (error) {
    return { gaps: [...gaps, { source: 'account', because: `reading it failed (${String(error)}); please report it` }] };
  }
}

function asking({ calls }: Collector, account: Account, gaps: Gap[]): Ask {
  const outcome: Ask['outcome'] = async (action, input, how) => {
    if (!calls.includes(action)) throw new Error(`'${action}' is called by a collector that does not declare it in its 'calls'`);
    const found = await account.read(action, input, how);
    if (found.kind === 'gap') gaps.push(found.gap);
    return found;
  };
  return {
    outcome,
    answer: async (action, input, how) => {
      const found = await outcome(action, input, how);
      if (found.kind === 'answer') return found.answer;
      if (found.kind === 'missing') gaps.push({ source: action, because: found.because });
      return undefined;
    },
    gap: (source, because) => void gaps.push({ source, because }),
  };
}

/** The lists that several collectors add to. */
const SHARED = ['findings', 'gaps'] as const;

/** What was given stands before what was read, and what several answers say is told once. */
function joined(bundle: JsonObject, answers: readonly Answers[]): JsonObject {
  const shared = SHARED.map(name => [name, eachOnce([bundle, ...answers].flatMap(part => itemsOf(part[name])))] as const);
  const read = Object.assign({}, ...answers) as JsonObject;
  return { ...read, ...bundle, ...Object.fromEntries(shared.filter(([, list]) => list.length > 0)), gaps: shared[1][1] };
}

/** Findings may stand in a report. */
const itemsOf = (value: unknown): readonly JsonObject[] => objects(isObject(value) ? value.findings : value);

const eachOnce = (list: readonly JsonObject[]): readonly JsonObject[] =>
  [...new Map(list.map(item => [JSON.stringify(item), item])).values()];

const UNREADABLE: Answers = { gaps: [{ source: 'account', because: 'the response could not be read' }] };

function readable(bundle: JsonObject): readonly Evidence[] | undefined {
  try {
    return readEvidence(bundle);
  } catch {
    return undefined;
  }
}
