import type { Account } from '../evidence/collect/account';
import type { ReadAction } from '../evidence/collect/account-reads';
import type { Gap } from '../evidence/model/gap';
import { isObject, type JsonObject, text } from '../evidence/model/json-fields';
import { type Fact, isKnown, type Known, UNKNOWN } from '../facts/model/fact';
import { inBatches } from '../in-batches';

/** No list of one account and Region that a service needs is longer than so many pages. */
const MOST_PAGES = 200;

/** Reads an account, page by page and batch by batch, and remembers what could not be read. */
export class Reading {
  private readonly missed = new Map<string, Gap>();

  constructor(private readonly account: Account) {}

  /** What could not be read, each call once. */
  public get gaps(): readonly Gap[] {
    return [...this.missed.values()];
  }

  /** One answer: absent when what was asked for does not exist, unknown when nobody may or could say. */
  public async one(action: ReadAction, input: JsonObject): Promise<Fact<JsonObject>> {
    const outcome = await this.account.read(action, input);
    if (outcome.kind === 'answer') return outcome.answer;
    if (outcome.kind === 'missing') return undefined;
    this.missed.set(`${outcome.gap.source} ${outcome.gap.because}`, outcome.gap);
    return UNKNOWN;
  }

  /** A part of an answer; what does not exist has none. */
  public async part<T>(action: ReadAction, input: JsonObject, name: string): Promise<Fact<T>> {
    const answer = await this.one(action, input);
    return isKnown(answer) ? answer?.[name] as T | undefined : UNKNOWN;
  }

  /** A whole list, over all its pages; that of something which does not exist is empty. */
  public async all<T>(action: ReadAction, input: JsonObject, name: string): Promise<Known<readonly T[]>> {
    return await this.pages<T>(action, input, name) ?? [];
  }

  /** The things of these ids that exist and could be read, so many in one call. */
  public async each<T>(
    action: ReadAction, ids: readonly string[], batchSize: number, inputOf: (batch: readonly string[]) => JsonObject, name: string,
  ): Promise<readonly T[]> {
    const batches = inBatches([...new Set(ids)], batchSize);
    return (await Promise.all(batches.map(batch => this.batch<T>(action, batch, inputOf, name)))).flat();
  }

  /** AWS answers nothing where one of the batch does not exist, so that the others are asked for one by one. */
  private async batch<T>(
    action: ReadAction, ids: readonly string[], inputOf: (batch: readonly string[]) => JsonObject, name: string,
  ): Promise<readonly T[]> {
    const found = await this.pages<T>(action, inputOf(ids), name);
    if (found === undefined && ids.length > 1) {
      return (await Promise.all(ids.map(id => this.batch<T>(action, [id], inputOf, name)))).flat();
    }
    return isKnown(found) ? found ?? [] : [];
  }

  private async pages<T>(action: ReadAction, input: JsonObject, name: string): Promise<Fact<readonly T[]>> {
    const items: T[] = [];
    let page: JsonObject | undefined = input;
    for (let count = 0; page !== undefined; count++) {
      const answer: Fact<JsonObject> = count < MOST_PAGES ? await this.one(action, page) : this.tooLong(action);
      if (answer === undefined || !isKnown(answer)) return answer;
      items.push(...listIn<T>(answer, name));
      const next: JsonObject | undefined = nextPage(answer);
      page = next && { ...input, ...next };
    }
    return items;
  }

  private tooLong(source: ReadAction): Known<JsonObject> {
    this.missed.set(source, { source, because: `the list has more than ${MOST_PAGES} pages` });
    return UNKNOWN;
  }
}

/** What is not in the answer is an empty list: EC2 leaves those out. */
const listIn = <T>(answer: JsonObject, name: string): readonly T[] => {
  const list = answer[name];
  return Array.isArray(list) ? list.filter(isThere) as readonly T[] : [];
};

const isThere = (item: unknown): boolean => isObject(item) || text(item) !== undefined;

/** The services of AWS spell the name of the next page in their own ways. */
export function nextPage(answer: JsonObject): JsonObject | undefined {
  const [lower, upper, next] = [text(answer.nextToken), text(answer.NextToken), text(answer.NextMarker)];
  if (lower !== undefined) return { nextToken: lower };
  if (upper !== undefined) return { NextToken: upper };
  const marker = next ?? (answer.IsTruncated === true ? text(answer.Marker) : undefined);
  return marker === undefined ? undefined : { Marker: marker };
}
