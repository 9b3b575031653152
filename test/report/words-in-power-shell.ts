/**
 * The words that PowerShell gives to the programs of a command, by about_Parsing and about_Quoting_Rules.
 *
 * It throws at everything that PowerShell would interpret, but for a command in `$( )` inside double quotes: its words come first, and
 * its answer stands in its place.
 */
export function wordsInPowerShell(command: string, answer: string): readonly string[] {
  const reader = new PowerShellReader(command, answer);
  reader.readCommands('');
  return reader.words;
}

/** PowerShell takes the typographic quotes for the plain ones. */
const SINGLE_QUOTES = "'‘’‚‛";
const DOUBLE_QUOTES = '"“”„';
const BLANKS = ' \t';
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', 0: '\0', a: '\x07', b: '\b', f: '\f', v: '\v', e: '\x1b' };

class PowerShellReader {
  public readonly words: string[] = [];
  private at = 0;

  public constructor(private readonly text: string, private readonly answer: string) {}

  /** Commands of a pipeline or a list, up to a sign that closes them. */
  public readCommands(closing: string): void {
    let command: string[] = [];
    const finish = (): void => {
      this.words.push(...command);
      command = [];
    };
    for (;;) {
      while (this.sees(BLANKS)) this.at += 1;
      if (this.at >= this.text.length || this.sees(closing)) {
        if ((closing === '') !== this.at >= this.text.length) throw this.refused('a closing sign is missing');
        this.at += closing.length;
        return finish();
      }
      if (this.sees(')}')) throw this.refused('nothing was opened');
      const operator = /^(?:&&|\|\||[|;\n])/.exec(this.text.slice(this.at))?.[0];
      if (operator !== undefined) {
        // A string alone is what the next program reads.
        if (operator === '|' && command.length === 1 && command[0] === '') command = [];
        finish();
        this.at += operator.length;
      } else if (command[0] === 'Measure-Command' && command.length === 1 && this.sees('{')) {
        command = [];
        this.at += 1;
        this.readCommands('}');
      } else {
        command.push(this.readWord());
      }
    }
  }

  private readWord(): string {
    if (this.sees(SINGLE_QUOTES + DOUBLE_QUOTES)) {
      const quoted = this.readQuoted();
      if (this.at < this.text.length && !this.sees(`${BLANKS}\n;|)}`)) throw this.refused('another word begins directly behind a string');
      return quoted;
    }
    if (this.sees('<>@#')) throw this.refused('an operator begins');
    let word = '';
    while (this.at < this.text.length && !this.sees(`${BLANKS}\n;|)}`)) {
      if (this.sees(SINGLE_QUOTES + DOUBLE_QUOTES)) word += this.readQuoted();
      else if (this.sees('`')) word += this.readEscape();
      else if (this.sees('&({,')) throw this.refused('an expression or a list begins');
      else if (/^\$[\w{(?^$:]/.test(this.text.slice(this.at))) throw this.refused('a variable is read');
      else word += this.text.charAt(this.at++);
    }
    if (word === '--%') throw this.refused('parsing stops');
    if (/^-[A-Za-z]\w*[.:]/.test(word)) throw this.refused('a parameter ends at the dot or the colon');
    return word;
  }

  private readQuoted(): string {
    const [isVerbatim, quotes] = this.sees(SINGLE_QUOTES) ? [true, SINGLE_QUOTES] : [false, DOUBLE_QUOTES];
    let content = '';
    for (this.at += 1; this.at < this.text.length;) {
      if (this.sees(quotes)) {
        this.at += 1;
        if (!this.sees(quotes)) return content;
        content += this.text.charAt(this.at++);
      } else if (!isVerbatim && this.sees('`')) {
        content += this.readEscape();
      } else if (!isVerbatim && this.text.startsWith('$(', this.at)) {
        this.at += 2;
        this.readCommands(')');
        content += this.answer;
      } else if (!isVerbatim && /^\$[\w{?^$:]/.test(this.text.slice(this.at))) {
        throw this.refused('a variable is read');
      } else {
        content += this.text.charAt(this.at++);
      }
    }
    throw this.refused('a string does not end');
  }

  private readEscape(): string {
    const letter = this.text.charAt(this.at + 1);
    this.at += 2;
    return ESCAPES[letter] ?? letter;
  }

  private sees(signs: string): boolean {
    return this.at < this.text.length && signs !== '' && signs.includes(this.text.charAt(this.at));
  }

  private refused(why: string): Error {
    return new Error(`${why} at ${this.at} of: ${this.text}`);
  }
}
