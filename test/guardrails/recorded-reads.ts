/** The facts that have facts of their own; what is read of them is named one step further. */
const PARTS: ReadonlySet<string> = new Set([
  '',
  'cluster',
  'network',
  'targetGroups',
  'targetGroups.listeners',
  'targetGroups.listeners.loadBalancer',
  'task',
  'task.containers',
]);

/** Facts that write down which of them are read, each by its path; items of lists have the path of their list. */
export function recorded<T extends object>(facts: T, reads: Set<string>): T {
  const proxies = new WeakMap<object, object>();
  const watch = (value: unknown, path: string): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    const proxy = proxies.get(value) ?? new Proxy(value, {
      get: (target, key, receiver) => {
        const inner: unknown = Reflect.get(target, key, receiver);
        if (typeof key === 'symbol' || typeof inner === 'function' || key === 'at') return inner;
        if (Array.isArray(target)) return watch(inner, path);
        const read = PARTS.has(path) ? [path, key].filter(part => part !== '').join('.') : path;
        if (!PARTS.has(read)) reads.add(read);
        return watch(inner, read);
      },
    });
    proxies.set(value, proxy);
    return proxy;
  };
  return watch(facts, '') as T;
}
