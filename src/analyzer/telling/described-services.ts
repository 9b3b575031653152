import { type AccountAt, isAccount } from '../../evidence/collect/account';
import { type JsonObject, objects } from '../../evidence/model/json-fields';
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

/** Services as ECS describes them, with their tags: all who ask for one within a minute share an answer. */
export class DescribedServices {
  private readonly known = new Map<string, { readonly at: number; readonly service: Promise<DescribedService> }>();

  constructor(private readonly ports: DescribingPorts) {}

  /** A service as it was during the last minute. */
  public lately(name: ServiceName): Promise<DescribedService> {
    return this.since(this.ports.now() - KNOWN_FOR, name, this.ports.openAccounts);
  }

  /** Describes services as they are from now on, all within one budget. */
  public anew(): (name: ServiceName) => Promise<DescribedService> {
    const start = this.ports.now();
    const accounts = this.ports.openAccounts();
    return name => this.since(start, name, () => accounts);
  }

  private since(time: number, name: ServiceName, openAccounts: () => AccountAt): Promise<DescribedService> {
    const { cluster, service, account, region } = name;
    if (cluster === null || service === null) return Promise.resolve(undefined);
    const key = JSON.stringify([account, region, cluster, service]);
    const known = this.known.get(key);
    if (known !== undefined && known.at >= time) return known.service;
    const described = describe({ cluster, service }, openAccounts()({ account, region }));
    this.known.set(key, { at: this.ports.now(), service: described });
    return described;
  }
}

async function describe({ cluster, service }: { readonly cluster: string; readonly service: string }, opened: ReturnType<AccountAt>) {
  const account = await opened;
  if (!isAccount(account)) return undefined;
  const outcome = await account.read('ecs:DescribeServices', { cluster, services: [service], include: ['TAGS'] });
  return outcome.kind === 'answer' ? objects(outcome.answer.services)[0] : undefined;
}
