import { type Home, isAtHome } from './no-task-left';
import type { Account } from '../../evidence/collect/account';
import { objects } from '../../evidence/model/json-fields';

/** A service of a stop. */
export interface TaggedService {
  readonly cluster: string | null;
  readonly service: string | null;
  readonly taskDefinitionArn: string | null;
}

export type Tags = Readonly<Record<string, string>>;

/** A change holds after so many milliseconds at the latest. */
const KNOWN_FOR = 60_000;

/** What reading tags takes from outside. */
interface TagPorts {
  readonly openAccount: () => Account;
  readonly home: Home;
  /** In milliseconds. */
  readonly now: () => number;
}

/** The tags of services, as the account says; none where it does not. */
export class ServiceTags {
  private readonly known = new Map<string, { readonly since: number; readonly tags: Promise<Tags> }>();

  constructor(private readonly ports: TagPorts) {}

  /** The tags of a service, read once a minute at most. */
  public of({ cluster, service, taskDefinitionArn }: TaggedService): Promise<Tags> {
    const { home, now } = this.ports;
    if (cluster === null || service === null || !isAtHome(taskDefinitionArn, home)) return Promise.resolve({});
    const key = JSON.stringify([cluster, service]);
    const known = this.known.get(key);
    if (known !== undefined && now() - known.since < KNOWN_FOR) return known.tags;
    const tags = this.read(cluster, service);
    this.known.set(key, { since: now(), tags });
    return tags;
  }

  private async read(cluster: string, service: string): Promise<Tags> {
    const outcome = await this.ports.openAccount().read('ecs:DescribeServices', { cluster, services: [service], include: ['TAGS'] });
    const [found] = outcome.kind === 'answer' ? objects(outcome.answer.services) : [];
    return Object.fromEntries(objects(found?.tags).map(({ key, value }) => [String(key), String(value ?? '')]));
  }
}
