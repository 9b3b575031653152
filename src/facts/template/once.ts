import type { Templates } from './templates';
import { memoized } from '../../memoized';

/** Looks through all templates once, however many services ask. */
export function oncePerApp<T>(find: (templates: Templates) => T): (templates: Templates) => T {
  const found = memoized((templates: Templates) => templates.remember(() => find(templates)));
  return templates => found(templates)();
}

/** Reads each resource of the templates, or what goes by a key, once, however many services share it. */
export function once<Key extends object | string, T>(read: (templates: Templates, key: Key) => T): (templates: Templates, key: Key) => T {
  const readings = memoized((templates: Templates) => memoized((key: Key) => templates.remember(() => read(templates, key))));
  return (templates, key) => readings(templates)(key)();
}
