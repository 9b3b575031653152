import type { Resource } from './resource';
import type { Templates } from './templates';

type Read<T> = (templates: Templates, resource: Resource) => T;

/** Reads each resource once, however many services share it; a resource belongs to the templates that it was found in. */
export function once<T>(read: Read<T>): Read<T> {
  const remembered = new WeakMap<Resource, () => T>();
  return (templates, resource) => {
    const facts = remembered.get(resource) ?? templates.remember(() => read(templates, resource));
    remembered.set(resource, facts);
    return facts();
  };
}
