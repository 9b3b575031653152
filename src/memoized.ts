/** Does a piece of work once for each object or text; the result for an object is kept no longer than the object. */
export function memoized<Key extends object | string, T>(make: (key: Key) => T): (key: Key) => T {
  const ofObjects = new WeakMap<object, Made<T>>();
  const ofTexts = new Map<string, Made<T>>();
  return key => {
    const known = typeof key === 'string' ? ofTexts.get(key) : ofObjects.get(key);
    if (known !== undefined) return known.result;
    const made = { result: make(key) };
    if (typeof key === 'string') ofTexts.set(key, made);
    else ofObjects.set(key, made);
    return made.result;
  };
}

/** Tells an `undefined` that was made from nothing made yet. */
interface Made<T> {
  readonly result: T;
}
