/**
 * Private characters that cannot come from the input, because `visible` removes them: between them stands the
 * number of what was put aside.
 */
const [OPENS, CLOSES] = ['\ue000', '\ue001'];

/** Characters of which none is part of a value: what is put aside is finished. */
export const PUT_ASIDE = `${OPENS}${CLOSES}`;

const ASIDE = new RegExp(`${OPENS}(\\d+)${CLOSES}`, 'g');

/** A mark that an earlier redaction left. */
const MARK = /\[redacted(?: [a-z -]{1,24}(?: #(\d{1,9}))?)?\]/gi;

/**
 * What stands in the place of secrets: `[redacted password #1]`.
 *
 * The number is the same where the secret was the same, so that a reader can still see whether two were. It comes from the order of
 * their first occurrence and tells nothing about the secret, as a hash would.
 */
export class Marks {
  private readonly numbers = new Map<string, number>();
  private readonly aside: string[] = [];
  private first = 1;

  /** What stands in the text until `restored`, for a secret. */
  public hide(kind: string, secret: string): string {
    const number = this.numbers.get(secret) ?? this.numbers.size + this.first;
    this.numbers.set(secret, number);
    return this.keep(`[redacted ${kind} #${number}]`);
  }

  /** What stands in the text until `restored`, for a part that no rule is to touch. */
  public keep(text: string): string {
    this.aside.push(text);
    return `${OPENS}${this.aside.length - 1}${CLOSES}`;
  }

  /** The text with earlier marks put aside; their numbers are not given again. */
  public keepMarks(text: string): string {
    if (!text.includes('[redacted') && !text.includes('[Redacted') && !text.includes('[REDACTED')) return text;
    return text.replace(MARK, (mark, number) => {
      if (number !== undefined) this.first = Math.max(this.first, Number(number) + 1);
      return this.keep(mark);
    });
  }

  /** The text with everything that was put aside; a part may hold others. */
  public restored(text: string): string {
    return text.includes(OPENS) ? text.replace(ASIDE, (_, number) => this.restored(this.aside[Number(number)] ?? '')) : text;
  }
}
