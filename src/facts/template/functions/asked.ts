/** Notes which conditions and parameters a piece of work asked for, so that a remembered answer still tells what it depends on. */
export class Asked {
  private readonly listening: Listener[] = [];

  public note(keys: readonly string[]): void {
    const listener = this.listening.at(-1);
    if (listener === undefined) return;
    for (const key of keys) if (!listener.asked.includes(key)) listener.asked = [...listener.asked, key];
  }

  /** Does a piece of work aside, and tells what it asked for beside what came out. */
  public during<T>(work: () => T): { readonly result: T; readonly asked: readonly string[] } {
    const listener: Listener = { asked: NOTHING };
    this.listening.push(listener);
    try {
      const result = work();
      return { result, asked: listener.asked };
    } finally {
      this.listening.pop();
    }
  }

  /** Does a piece of work once; what it asked for is noted whenever somebody wants the answer. */
  public remember<T>(work: () => T): () => T {
    const { result, asked } = this.during(work);
    return () => {
      this.note(asked);
      return result;
    };
  }
}

interface Listener {
  asked: readonly string[];
}

/** What nearly all work asks for. */
const NOTHING: readonly string[] = [];
