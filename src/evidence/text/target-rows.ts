import { partsOfRow, rowsOfTable } from './table';
import type { TextContent } from './text-content';

/** A reason that Elastic Load Balancing gives for the state of a target. */
const REASON = /^(?:Target|Elb)\.[A-Z][A-Za-z]{2,40}$/;
/** How Elastic Load Balancing describes a target that is not well, in the console. */
const DESCRIPTION = /^(?:Health checks failed|Request timed out|Connection refused|Target (?:group|is) )/;
const STATE = /^(?:unhealthy|unused|initial|draining|unavailable|healthy)$/i;

/** The targets of a group, as a query of describe-target-health shows them in a table or as text. */
export function ofTargets(lines: readonly string[]): TextContent | undefined {
  const targets = targetsIn(lines);
  return targets.length === 0 ? undefined : { form: 'the targets of a target group', values: [{ targetHealthDescriptions: targets }] };
}

/** The targets in rows of a table, in columns, or one field a line; each as describe-target-health answers it. */
export function targetsIn(lines: readonly string[]): readonly unknown[] {
  const table = rowsOfTable(lines);
  const rows = (table.length > 0 ? table : lines.map(columnsOf)).filter(cells => cells.length > 1 && isTarget(cells));
  return rows.length > 0 ? rows.map(target) : labelledTargets(lines);
}

const columnsOf = (line: string): readonly string[] => partsOfRow(line.trim().replace(/ {2,400}/g, '\t'));

/** Fields of targets, each on a line of its own; the target, or a field that is known already, begins another one. */
function labelledTargets(lines: readonly string[]): readonly unknown[] {
  const targets: Record<string, string>[] = [];
  let before: Record<string, string> = {};
  for (const [label, value] of lines.flatMap(labelled)) {
    if (label === 'target' || label in before && targets.includes(before)) before = {};
    before[label] = value;
    if (label === 'reason' && REASON.test(value)) targets.push(before);
  }
  return targets.map(({ target: address = '', state = 'unhealthy', reason, description }) => {
    const [id, port] = address.split(':');
    return { target: { id, port: Number(port) || undefined }, targetHealth: { state: state.toLowerCase(), reason, description } };
  });
}

/** A label and its value without the marks of Markdown. */
function labelled(line: string): readonly (readonly [label: string, value: string])[] {
  const match = LABELLED.exec(line);
  return match === null ? [] : [[match[1].toLowerCase(), match[2]]];
}

const LABELLED = /^[\s*_`•-]{0,12}(Target|State|Reason|Description)[*_`]{0,4}:[\s*_`]{1,6}([^`*]{2,200}?)[`*\s]{0,6}$/i;

const isTarget = (cells: readonly string[]): boolean =>
  cells.some(cell => REASON.test(cell)) || cells.some(cell => DESCRIPTION.test(cell)) && cells.some(cell => STATE.test(cell));

function target(cells: readonly string[]): unknown {
  const description = cells.find(cell => DESCRIPTION.test(cell)) ?? cells.find(cell => cell.includes(' ') && !REASON.test(cell));
  const reason = cells.find(cell => REASON.test(cell)) ?? reasonOf(description);
  return {
    target: { id: cells.find(cell => /^(?:[\d.]{7,15}|i-[\da-f]{8,17}|[\da-f:]{6,39})$/.test(cell)) },
    targetHealth: { state: cells.find(cell => STATE.test(cell))?.toLowerCase() ?? 'unhealthy', reason, description },
  };
}

function reasonOf(description = ''): string {
  if (/with these codes/.test(description)) return 'Target.ResponseCodeMismatch';
  return /timed out/.test(description) ? 'Target.Timeout' : 'Target.FailedHealthChecks';
}
