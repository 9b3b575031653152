import type { ServiceName } from './described-services';
import type { Tags } from './tags-of';
import type { Diagnosis } from '../../diagnosis/model/diagnosis';
import type { Place } from '../../evidence/model/place';
import { isMutedBy, type Mute, muteIn, muteInTag } from '../../incidents/mute';
import { messageOf } from '../explaining/explain-event';
import { MUTE_TAG } from '../protocol/service-tags';

/** A change holds after so many milliseconds at the latest. */
const KNOWN_FOR = 60_000;

/** A parameter with the description of one mute. */
export interface MuteParameter {
  readonly name: string;
  readonly value: string;
}

/** What muting takes from outside. */
interface MutePorts {
  readonly read: () => Promise<readonly MuteParameter[]>;
  /** The tags of the service of a stop; absent where the account is not read. */
  readonly tagsOf?: (service: ServiceName) => Promise<Tags>;
  /** In milliseconds. */
  readonly now: () => number;
  readonly log: (line: string) => void;
}

/**
 * The incidents that people are told nothing of, by parameters and tags that are changed without a deployment.
 *
 * What cannot be read or understood mutes nothing, and the log says so.
 */
export class Mutes {
  private known: { readonly since: number; readonly mutes: Promise<readonly Mute[]> } | undefined;

  constructor(private readonly ports: MutePorts) {}

  /** Whether people are told nothing of this incident; the log says why. */
  public async isMuted(incident: string, diagnosis: Diagnosis, place: Place): Promise<boolean> {
    const { now, log } = this.ports;
    const fits = (candidate: Mute): boolean => isMutedBy(candidate, incident, diagnosis, now());
    const mute = (await this.current()).find(fits) ?? (await this.byTag(diagnosis, place)).find(fits);
    if (mute === undefined) return false;
    log(JSON.stringify({ muted: incident, until: new Date(mute.until).toISOString(), why: mute.why }));
    return true;
  }

  /** A failure is remembered as long as an answer, so that parameters that hang hold up one message a minute. */
  private current(): Promise<readonly Mute[]> {
    const now = this.ports.now();
    if (this.known === undefined || now - this.known.since >= KNOWN_FOR) this.known = { since: now, mutes: this.readAll() };
    return this.known.mutes;
  }

  private async readAll(): Promise<readonly Mute[]> {
    try {
      return (await this.ports.read()).flatMap(parameter => this.understood(parameter));
    } catch (error) {
      this.ports.log(JSON.stringify({ unmuted: 'the parameters could not be read', because: messageOf(error) }));
      return [];
    }
  }

  private async byTag({ cluster, service }: Diagnosis, { account, region }: Place): Promise<readonly Mute[]> {
    const tags = await this.ports.tagsOf?.({ cluster, service, account, region });
    const value = tags?.[MUTE_TAG];
    return value === undefined ? [] : this.understood({ name: `tag ${MUTE_TAG} of service ${service}`, value }, muteInTag);
  }

  private understood({ name, value }: MuteParameter, read = muteIn): readonly Mute[] {
    try {
      return [read(value)];
    } catch (error) {
      this.ports.log(JSON.stringify({ unmuted: name, because: messageOf(error) }));
      return [];
    }
  }
}
