import picocolors from 'picocolors';
import { bounded, oneLine } from './clean-text';
import type { Diagnosis } from './diagnosis';
import { type Report, reportOf } from './report';

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
const INDENT = '  ';

type Palette = ReturnType<typeof picocolors.createColors>;

/** One paragraph: a heading and its lines, which are ready to print. */
interface Paragraph {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** The diagnosis for a terminal or a plain e-mail. */
export function renderText(diagnosis: Diagnosis, { colour, width = 100 }: TextOptions): string {
  const report = reportOf(diagnosis);
  const palette = picocolors.createColors(colour);
  const paragraphs = report.badge === 'BENIGN' ? inBrief(report, palette, width) : inFull(report, palette, width);
  return [
    ...header(report, palette),
    ...paragraphs.filter(({ lines }) => lines.length > 0).flatMap(({ heading, lines }) => ['', palette.bold(heading), ...lines]),
  ].join('\n');
}

function header({ badge, title, facts }: Report, palette: Palette): readonly string[] {
  const paint = { FAILURE: palette.red, NOTICE: palette.yellow, BENIGN: palette.green }[badge];
  return [`${palette.bold(paint(badge))}  ${palette.bold(oneLine(title))}`, ...facts.length > 0 ? [palette.dim(facts.map(oneLine).join(' · '))] : []];
}

function inBrief(report: Report, palette: Palette, width: number): readonly Paragraph[] {
  return [
    { heading: 'What happened', lines: wrap(report.happened, width, INDENT) },
    { heading: report.whyHeading, lines: why(report, palette, width) },
    { heading: report.alternativesHeading, lines: list(report.alternatives, width) },
    { heading: 'What would have prevented it', lines: list(report.prevention, width) },
  ];
}

function inFull(report: Report, palette: Palette, width: number): readonly Paragraph[] {
  return [
    { heading: 'What happened', lines: wrap(report.happened, width, INDENT) },
    { heading: report.whyHeading, lines: why(report, palette, width) },
    { heading: 'What to do now', lines: steps(report, palette, width) },
    { heading: report.alternativesHeading, lines: list(report.alternatives, width) },
    { heading: 'What would have prevented it', lines: list(report.prevention, width) },
    { heading: 'What was not known', lines: report.gaps.flatMap(text => gap(text, palette, width)) },
  ];
}

const why = ({ why: clues }: Report, palette: Palette, width: number): readonly string[] =>
  clues.flatMap(({ source, quote, says }) => {
    const [where, words] = [oneLine(source), `"${bounded(oneLine(quote), LONGEST_QUOTE)}"`];
    const quoted = `${INDENT}${palette.dim(`${where}:`)} ${words}`;
    const onOneLine = INDENT.length + where.length + words.length + says.length + 6 <= width;
    return onOneLine ? [`${quoted} – ${oneLine(says)}`] : [quoted, ...wrap(`– ${oneLine(says)}`, width, INDENT.repeat(2))];
  });

const steps = ({ steps: actions }: Report, palette: Palette, width: number): readonly string[] =>
  actions.flatMap(({ title, commands }, index) => [
    ...wrap(`${index + 1}. ${title}`, width, INDENT),
    ...commands.map(command => `${INDENT.repeat(2)} ${palette.cyan(oneLine(command))}`),
  ]);

const list = (items: readonly string[], width: number): readonly string[] => items.flatMap(item => wrap(`- ${item}`, width, INDENT));

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
    else lines.push(`${indent}${HANGING.test(lines[0]) ? INDENT : ''}${word}`);
  }
  return lines;
}

/** Lines of a list go on under its text. */
const HANGING = /^ *(?:[-–]|\d+\.) /;
