import { shortName } from '../../aws/arn';
import { type Account, type AccountAt, isAccount, type Outcome } from '../../evidence/collect/account';
import { type JsonObject, objects, text } from '../../evidence/model/json-fields';
import type { Place } from '../../evidence/model/place';

/** The service of a stop; one of another account may have a namesake. */
export interface ServiceName extends Place {
  readonly cluster: string | null;
  readonly service: string | null;
}

/** A service as ECS describes it; nothing where it does not. */
export type DescribedService = JsonObject | undefined;

/** A change is seen after so many milliseconds at the latest. */
const KNOWN_FOR = 60_000;

/** What describing services takes from outside. */
interface DescribingPorts {
  /** Each account is read anew. */
  readonly openAccounts: () => AccountAt;
  /** In milliseconds. */
  readonly now: () => number;
}

/** Services as ECS describes them, with their tags: all who ask for one at about the same time share an answer. */
export class DescribedServices {
  private readonly known = new Map<string, { readonly at: number; readonly outcome: Promise<Outcome> }>();

  constructor(private readonly ports: DescribingPorts) {}

  /** A service as it was during the last minute. */
  public async lately(name: ServiceName): Promise<DescribedService> {
    return this.described(name, this.ports.now() - KNOWN_FOR, this.ports.openAccounts);
  }

  /** Describes services as they are from now on, all within one budget. */
  public anew(): (name: ServiceName) => Promise<DescribedService> {
    const start = this.ports.now();
    const accounts = this.ports.openAccounts();
    return name => this.described(name, start, () => accounts);
  }

  /** The account of a place, which shares what it is asked of a service from now on. What fails is asked again. */
  public sharing(account: Account, place: Place): Account {
    const start = this.ports.now();
    return {
      read: (action, input, how) => {
        const key = action === 'ecs:DescribeServices' ? keyOf({ ...nameIn(input), ...place }) : undefined;
        if (key === undefined) return account.read(action, input, how);
        return this.since(start, key, async () => {
          const outcome = await account.read(action, input, how);
          if (outcome.kind !== 'answer') this.known.delete(key);
          return outcome;
        });
      },
    };
  }

  private async described(name: ServiceName, time: number, openAccounts: () => AccountAt): Promise<DescribedService> {
    const key = keyOf(name);
    if (key === undefined) return undefined;
    const outcome = await this.since(time, key, () => describe(name, openAccounts()));
    return outcome.kind === 'answer' ? objects(outcome.answer.services)[0] : undefined;
  }

  private since(time: number, key: string, ask: () => Promise<Outcome>): Promise<Outcome> {
    const known = this.known.get(key);
    if (known !== undefined && known.at >= time) return known.outcome;
    const outcome = ask();
    this.known.set(key, { at: this.ports.now(), outcome });
    return outcome;
  }
}

async function describe({ cluster, service, account, region }: ServiceName, accountAt: AccountAt): Promise<Outcome> {
  const opened = await accountAt({ account, region });
  if (isAccount(opened)) return opened.read('ecs:DescribeServices', { cluster, services: [service], include: ['TAGS'] });
  return { kind: 'gap', gap: opened ?? { source: 'account', because: 'it is not read' } };
}

/** The service that a call is about, where it is about one. */
function nameIn({ cluster, services }: JsonObject): Pick<ServiceName, 'cluster' | 'service'> {
  const [service = null, another] = Array.isArray(services) ? services.map(String) : [];
  return { cluster: text(cluster) === undefined ? null : shortName(String(cluster)), service: another === undefined ? service : null };
}

const keyOf = ({ cluster, service, account, region }: ServiceName): string | undefined =>
  cluster === null || service === null ? undefined : JSON.stringify([account, region, cluster, service]);
