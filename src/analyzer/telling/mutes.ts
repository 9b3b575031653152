import type { Diagnosis } from '../../diagnosis/model/diagnosis';
import { isMutedBy, type Mute, muteIn } from '../../incidents/mute';
import { messageOf } from '../explaining/explain-event';

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
  /** In milliseconds. */
  readonly now: () => number;
  readonly log: (line: string) => void;
}

/**
 * The incidents that people are told nothing of, by parameters that are changed without a deployment.
 *
 * What cannot be read or understood mutes nothing, and the log says so.
 */
export class Mutes {
  private known: { readonly since: number; readonly mutes: Promise<readonly Mute[]> } | undefined;

  constructor(private readonly ports: MutePorts) {}

  /** Whether people are told nothing of this incident; the log says why. */
  public async isMuted(incident: string, diagnosis: Diagnosis): Promise<boolean> {
    const { now, log } = this.ports;
    const mute = (await this.current()).find(candidate => isMutedBy(candidate, incident, diagnosis, now()));
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

  private understood({ name, value }: MuteParameter): readonly Mute[] {
    try {
      return [muteIn(value)];
    } catch (error) {
      this.ports.log(JSON.stringify({ unmuted: name, because: messageOf(error) }));
      return [];
    }
  }
}
