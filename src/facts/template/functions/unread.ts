/** A part of a template that only deployment can read, such as a macro inside a property. */
export interface Unread {
  /** The key of the resource that it is read for. */
  readonly resource: string;
  readonly property: string;
  readonly because: string;
}

const PREFIX = '\nunread\n';

/** Notes that something was not read, before its place is known. */
export const unreadKey = (because: string): string => PREFIX + because;

/** The same with its place; of a part that has a place, it stays as it is. */
export const unreadAt = (key: string, resource: string, property: string): string =>
  key.startsWith(PREFIX) && partsOf(key).length === 1 ? [key, resource, property].join('\n') : key;

/** What of all that was asked for was not read. */
export const unreadAmong = (keys: readonly string[]): readonly Unread[] => keys.filter(key => key.startsWith(PREFIX)).flatMap(key => {
  const [because, resource, property] = partsOf(key);
  return property === undefined ? [] : [{ because, resource, property }];
});

const partsOf = (key: string): readonly string[] => key.slice(PREFIX.length).split('\n');
