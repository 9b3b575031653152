import { TELLING, VOCABULARY } from './phrase';
import { awakeAfter } from './readers-by-word';

/** Hears which needles of the vocabulary occur in some texts. */
export class Ear {
  public readonly heard = new Uint8Array(VOCABULARY.size);
  private readonly needles: number[] = [];

  /** Hears one more text, and tells whether anybody looks for something in it. */
  public listen(text: string): boolean {
    let isTelling = false;
    VOCABULARY.search(text, needle => {
      if (this.heard[needle] === 0) {
        this.heard[needle] = 1;
        this.needles.push(needle);
      }
      isTelling ||= TELLING.has(needle);
    });
    return isTelling;
  }

  /** Which readers have any of their needles among those that were heard. */
  public get awake(): Uint8Array {
    return awakeAfter(this.needles);
  }
}
