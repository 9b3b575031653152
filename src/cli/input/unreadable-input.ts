/** An input that cannot be diagnosed; the message says which one, where in it, and what is wrong. */
export class UnreadableInput extends Error {
  constructor(public readonly place: string, reason: string, options?: ErrorOptions) {
    super(`${place}: ${reason}`, options);
    this.name = 'UnreadableInput';
  }
}
