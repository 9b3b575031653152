/** What a person takes in without scrolling, in lines. */
export const ONE_SCREEN = 24;

/** A heading and what stands under it: items of one or more lines that are ready to print. */
export interface Paragraph {
  readonly heading: string;
  readonly items: readonly (readonly string[])[];
}

/** What is read at once, and what only by those who want to know more. */
export interface Folded {
  readonly above: readonly Paragraph[];
  readonly below: readonly Paragraph[];
}

/** A heading, and the empty line before it. */
const AROUND = 2;

/**
 * Keeps as much as fits into a number of lines, and folds the rest.
 *
 * The main paragraphs give up their last items and keep one each at least; the others stay or go as a whole, in their order.
 */
export function fitOneScreen(main: readonly Paragraph[], others: readonly Paragraph[], lines: number): Folded {
  const [needed, useful] = [main.filter(isFilled), others.filter(isFilled)];
  if (linesOf([...needed, ...useful]) <= lines) return { above: [...needed, ...useful], below: [] };
  const { above, below } = shortened(needed, lines - AROUND);
  const staying = useful.filter((_, index) => linesOf([...above, ...useful.slice(0, index + 1)]) <= lines - AROUND);
  return { above: [...above, ...staying], below: [...below, ...useful.slice(staying.length)] };
}

/** Takes the last item from the paragraph that has most, from the first of several, until the rest fits. */
function shortened(paragraphs: readonly Paragraph[], lines: number): Folded {
  const kept = paragraphs.map(({ items }) => items.length);
  const above = () => paragraphs.map(({ heading, items }, index) => ({ heading, items: items.slice(0, kept[index]) }));
  while (linesOf(above()) > lines && Math.max(...kept) > 1) kept[kept.indexOf(Math.max(...kept))]--;
  const rest = paragraphs.map(({ heading, items }, index) => ({ heading: `${heading}, continued`, items: items.slice(kept[index]) }));
  return { above: above(), below: rest.filter(isFilled) };
}

const isFilled = ({ items }: Paragraph): boolean => items.length > 0;

const linesOf = (paragraphs: readonly Paragraph[]): number =>
  paragraphs.reduce((sum, { items }) => sum + AROUND + items.flat().length, 0);
