/** The clock of whoever looks at a dashboard. */
export interface Clock {
  /** How far it is ahead of UTC, in minutes. */
  readonly ahead: number;
  /** What it shows, in milliseconds: of times of the same day, the hour is enough. */
  readonly now: number;
}

/** A time for a person; what is no time stays as it is. */
export function inZone(time: string, { ahead, now }: Clock): string {
  const moment = Date.parse(time);
  if (Number.isNaN(moment)) return time;
  const [day, hour] = dayAndHour(moment, ahead);
  return day === dayAndHour(now, ahead)[0] ? hour : `${day} ${hour}`;
}

/** A point in time with its day. */
export const dated = (moment: number, { ahead }: Clock): string => dayAndHour(moment, ahead).join(' ');

function dayAndHour(moment: number, ahead: number): readonly [day: string, hour: string] {
  const time = new Date(moment + ahead * 60_000).toISOString();
  return [time.slice(0, 10), time.slice(11, 16)];
}

/** The name of such a clock, such as `UTC+05:30`. */
export function zoneName({ ahead }: Clock): string {
  if (ahead === 0) return 'UTC';
  const [hours, minutes] = [Math.floor(Math.abs(ahead) / 60), Math.abs(ahead) % 60].map(part => String(part).padStart(2, '0'));
  return `UTC${ahead < 0 ? '−' : '+'}${hours}:${minutes}`;
}
