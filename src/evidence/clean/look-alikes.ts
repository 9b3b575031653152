/** Letters of other scripts, and the Latin letters that they cannot be told from. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  // Cyrillic
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  һ: 'h',
  і: 'i',
  ј: 'j',
  к: 'k',
  ӏ: 'l',
  м: 'm',
  п: 'n',
  о: 'o',
  р: 'p',
  ԛ: 'q',
  ѕ: 's',
  т: 't',
  ѵ: 'v',
  ԝ: 'w',
  х: 'x',
  у: 'y',
  А: 'A',
  В: 'B',
  С: 'C',
  Е: 'E',
  Н: 'H',
  І: 'I',
  Ј: 'J',
  К: 'K',
  М: 'M',
  О: 'O',
  Р: 'P',
  Ѕ: 'S',
  Т: 'T',
  Ѵ: 'V',
  Ԝ: 'W',
  Х: 'X',
  У: 'Y',
  // Greek
  α: 'a',
  ϲ: 'c',
  ε: 'e',
  ι: 'i',
  ϳ: 'j',
  κ: 'k',
  ο: 'o',
  ρ: 'p',
  σ: 'o',
  τ: 't',
  υ: 'u',
  ν: 'v',
  ω: 'w',
  χ: 'x',
  γ: 'y',
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  Η: 'H',
  Ι: 'I',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ο: 'O',
  Ρ: 'P',
  Ϲ: 'C',
  Τ: 'T',
  Υ: 'Y',
  Χ: 'X',
  Ζ: 'Z',
  // Armenian, Coptic and rare Latin
  օ: 'o',
  ս: 'u',
  ո: 'n',
  հ: 'h',
  ⲣ: 'p',
  ⲟ: 'o',
  ⲥ: 'c',
  ɑ: 'a',
  ɡ: 'g',
  ı: 'i',
  ɩ: 'i',
  ᴏ: 'o',
  ᴡ: 'w',
  ꜱ: 's',
  ѡ: 'w',
};

const OTHER_SCRIPT = String.raw`[\u0251\u0261\u0131\u0269\u0370-\u052f\u0531-\u058f\u1d0f\u1d21\u2c80-\u2cff\ua731]`;

/** A letter that may be taken for a Latin one. */
export const OTHER_SCRIPTS = new RegExp(OTHER_SCRIPT);

/** A letter of one script beside a letter of another, as no language writes them. */
const MIXED_SCRIPTS = new RegExp(`[A-Za-z]${OTHER_SCRIPT}|${OTHER_SCRIPT}[A-Za-z]`);

const WORD = /[\p{L}\p{M}]+/gu;

/** The text with Latin letters in words of mixed scripts: `pаssword` with a Cyrillic letter is the name of a secret too. */
export const withLatinLetters = (text: string): string => text.replace(WORD, word =>
  MIXED_SCRIPTS.test(word) ? Array.from(word, letter => LOOK_ALIKES[letter] ?? letter).join('') : word);
