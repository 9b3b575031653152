import { createColors } from 'picocolors';
import { type Act, Unkept } from './act';

const { bold, cyan, dim, green, red, yellow } = createColors(process.stdout.isTTY && process.stdout.hasColors());

export { bold, cyan, dim, green, red, yellow };

const WIDTH = 100;

/** Writes lines, set in a little. */
export const show = (...lines: readonly string[]): void => console.log(lines.flatMap(line => line.split('\n')).map(line => line === '' ? '' : `  ${line}`).join('\n'));

/** A line that says what comes next. */
export const caption = (text: string): void => show('', dim(`── ${text} ${'─'.repeat(Math.max(0, WIDTH - text.length - 6))}`), '');

/** Plays an act and says whether it kept its promise. */
export async function perform({ title, play }: Act, number: number): Promise<boolean> {
  console.log(`\n${bold(cyan(`${number}  ${title}`))}\n${cyan('═'.repeat(WIDTH))}`);
  try {
    const verdict = await play();
    console.log(`\n${green(`✔ ${verdict}`)}`);
    return true;
  } catch (error) {
    const reason = error instanceof Unkept ? error.message : error instanceof Error ? error.stack : String(error);
    console.log(`\n${red(`✘ Failed: ${reason}`)}`);
    return false;
  }
}

/** A line in as many lines as it needs, each set in as far as the first. */
export function wrap(line: string, width = WIDTH - 2): readonly string[] {
  const indent = line.slice(0, line.search(/\S|$/));
  return line.trim().split(' ').reduce<readonly string[]>((lines, word) => {
    const last = lines.at(-1);
    return last !== undefined && last.length + 1 + word.length <= width ? [...lines.slice(0, -1), `${last} ${word}`] : [...lines, indent + word];
  }, []);
}
