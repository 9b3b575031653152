import picocolors from 'picocolors';
import { fitOneScreen, ONE_SCREEN, type Paragraph } from './one-screen';
import { type Report, reportOf } from './report';
import type { Diagnosis } from '../diagnosis/model/diagnosis';
import { bounded, oneLine } from '../evidence/clean/clean-text';

export interface TextOptions {
  readonly colour: boolean;
  /**
   * Where prose is wrapped; commands never are, so that they can be pasted.
   *
   * @default 100
   */
  readonly width?: number;
}

const LONGEST_QUOTE = 240;
const FOLD = '· · · · · · · · · · details · · · · · · · · · ·';
const INDENT = '  ';

type Palette = ReturnType<typeof picocolors.createColors>;

/** The diagnosis for a terminal or a plain e-mail: what is needed now fits on one screen, the rest stands below a fold. */
export function renderText(diagnosis: Diagnosis, { colour, width = 100 }: TextOptions): string {
  const report = reportOf(diagnosis);
  const palette = picocolors.createColors(colour);
  const head = header(report, palette, width);
  const { above, below } = fitOneScreen(
    mainParagraphs(report, palette, width),
    otherParagraphs(report, palette, width),
    ONE_SCREEN - head.length,
  );
  const first = [...head, ...above.flatMap(paragraph => printed(paragraph, palette))];
  const last = documentation(report, palette);
  const isFolded = below.length > 0 || first.length + last.length > ONE_SCREEN;
  return [
    ...first,
    ...isFolded ? ['', palette.dim(FOLD)] : [],
    ...below.flatMap(paragraph => printed(paragraph, palette)),
    ...last,
  ].join('\n');
}

/** The page of the cause, for a reader who wants more. */
const documentation = ({ documentation: { title, url } }: Report, palette: Palette): readonly string[] =>
  ['', `${palette.dim(`${title}:`)} ${palette.cyan(url)}`];

const printed = ({ heading, items }: Paragraph, palette: Palette): readonly string[] => ['', palette.bold(heading), ...items.flat()];

function header({ badge, title, facts, stop, page }: Report, palette: Palette, width: number): readonly string[] {
  const paint = { FAILURE: palette.red, NOTICE: palette.yellow, BENIGN: palette.green }[badge];
  return [
    `${palette.bold(paint(badge))}  ${palette.bold(oneLine(title))}`,
    ...facts.length > 0 ? [palette.dim(facts.map(oneLine).join(' · '))] : [],
    ...wrap(stop.join(' · '), width, '').map(palette.dim),
    ...page ? [`${palette.dim(`${oneLine(page.title)}:`)} ${palette.cyan(oneLine(page.url))}`] : [],
  ];
}

function mainParagraphs(report: Report, palette: Palette, width: number): readonly Paragraph[] {
  return [
    { heading: 'What happened', items: [wrap(report.happened, width, INDENT)] },
    { heading: report.whyHeading, items: why(report, palette, width) },
    { heading: 'What to do now', items: report.badge === 'BENIGN' ? [] : steps(report, palette, width) },
  ];
}

function otherParagraphs(report: Report, palette: Palette, width: number): readonly Paragraph[] {
  return [
    { heading: report.alternativesHeading, items: list(report.alternatives, width) },
    { heading: 'What would have prevented it', items: list(report.prevention, width) },
    { heading: 'Missing evidence', items: report.badge === 'BENIGN' ? [] : report.gaps.map(text => gap(text, palette, width)) },
  ];
}

const why = ({ why: clues }: Report, palette: Palette, width: number): Paragraph['items'] =>
  clues.map(({ source, quote, says }) => {
    const [where, words] = [oneLine(source), `"${bounded(oneLine(quote), LONGEST_QUOTE)}"`];
    const quoted = `${INDENT}${palette.dim(`${where}:`)} ${words}`;
    const onOneLine = INDENT.length + where.length + words.length + says.length + 6 <= width;
    return onOneLine ? [`${quoted} – ${oneLine(says)}`] : [quoted, ...wrap(`– ${oneLine(says)}`, width, INDENT.repeat(2))];
  });

const steps = ({ steps: actions }: Report, palette: Palette, width: number): Paragraph['items'] =>
  actions.map(({ title, commands }, index) => [
    ...wrap(`${index + 1}. ${title}`, width, INDENT),
    ...commands.map(command => `${INDENT.repeat(2)} ${palette.cyan(oneLine(command))}`),
  ]);

const list = (items: readonly string[], width: number): Paragraph['items'] => items.map(item => wrap(`- ${item}`, width, INDENT));

/** A gap may end in a command, which stands on a line of its own. */
function gap(text: string, palette: Palette, width: number): readonly string[] {
  const [, words, command] = /^(.*?:) (aws .*)$/s.exec(text) ?? [undefined, text, undefined];
  return [...wrap(`- ${words}`, width, INDENT), ...command ? [`${INDENT.repeat(2)}${palette.cyan(oneLine(command))}`] : []];
}

function wrap(text: string, width: number, indent: string): readonly string[] {
  const lines: string[] = [];
  for (const word of oneLine(text).split(' ')) {
    const last = lines.at(-1);
    if (last === undefined) lines.push(indent + word);
    else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`${' '.repeat(HANGING.exec(lines[0])?.[0].length ?? indent.length)}${word}`);
  }
  return lines;
}

/** Lines of a list go on under its text. */
const HANGING = /^ *(?:[-–]|\d+\.) /;
