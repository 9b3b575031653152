import { type AccountAt, isAccount } from '../../evidence/collect/account';
import { objects } from '../../evidence/model/json-fields';
import type { Place } from '../../evidence/model/place';

/** A service of a stop; one of another account may have a namesake. */
export interface TaggedService extends Place {
  readonly cluster: string | null;
  readonly service: string | null;
}

export type Tags = Readonly<Record<string, string>>;

/** A change holds after so many milliseconds at the latest. */
const KNOWN_FOR = 60_000;

/** What reading tags takes from outside. */
interface TagPorts {
  /** Each account is read anew. */
  readonly openAccounts: () => AccountAt;
  /** In milliseconds. */
  readonly now: () => number;
}

/** The tags of services, as the account says; none where it does not. */
export class ServiceTags {
  private readonly known = new Map<string, { readonly since: number; readonly tags: Promise<Tags> }>();

  constructor(private readonly ports: TagPorts) {}

  /** The tags of a service, read once a minute at most. */
  public of({ cluster, service, account, region }: TaggedService): Promise<Tags> {
    const { now } = this.ports;
    if (cluster === null || service === null) return Promise.resolve({});
    const key = JSON.stringify([account, region, cluster, service]);
    const known = this.known.get(key);
    if (known !== undefined && now() - known.since < KNOWN_FOR) return known.tags;
    const tags = this.read(cluster, service, { account, region });
    this.known.set(key, { since: now(), tags });
    return tags;
  }

  private async read(cluster: string, service: string, place: Place): Promise<Tags> {
    const account = await this.ports.openAccounts()(place);
    if (!isAccount(account)) return {};
    const outcome = await account.read('ecs:DescribeServices', { cluster, services: [service], include: ['TAGS'] });
    const [found] = outcome.kind === 'answer' ? objects(outcome.answer.services) : [];
    return Object.fromEntries(objects(found?.tags).map(({ key, value }) => [String(key), String(value ?? '')]));
  }
}
