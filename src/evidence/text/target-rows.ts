import { partsOfRow, rowsOfTable } from './table';
import type { TextContent } from './text-content';

/** A reason that Elastic Load Balancing gives for the state of a target. */
const REASON = /^(?:Target|Elb)\.[A-Z][A-Za-z]{2,40}$/;
/** How Elastic Load Balancing describes a target that is not well, in the console. */
const DESCRIPTION = /^(?:Health checks failed|Request timed out|Connection refused|Target (?:group|is) )/;
const STATE = /^(?:unhealthy|unused|initial|draining|unavailable|healthy)$/i;

/** The targets of a group, as a query of describe-target-health shows them in a table or as text. */
export function ofTargets(lines: readonly string[]): TextContent | undefined {
  const table = rowsOfTable(lines);
  const rows = (table.length > 0 ? table : lines.map(partsOfRow)).filter(cells => cells.length > 1 && isTarget(cells));
  if (rows.length === 0) return undefined;
  return { form: 'the targets of a target group', values: [{ targetHealthDescriptions: rows.map(target) }] };
}

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
