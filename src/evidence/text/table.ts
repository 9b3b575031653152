import { rejoined } from './wrapped-names';

/** The texts of the cells of a table as the AWS CLI or Copilot draw it; a cell that goes on in the next row is joined. */
export function rowsOfTable(lines: readonly string[]): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (const line of lines) {
    if (!/^\s*\|.*\|\s*$/.test(line)) continue;
    const cells = line.trim().slice(1, -1).split('|').map(cell => cell.trim());
    const before = rows.at(-1);
    const goesOn = before !== undefined && before.length === cells.length && cells.length > 1 && cells[0] === '';
    if (goesOn) before.forEach((cell, index) => { before[index] = rejoined(cell, cells[index]).trim(); });
    else rows.push(cells);
  }
  return rows;
}

/** Whether a cell or a field only says that it has no value. */
export const isNothing = (value: string): boolean => /^(?:-|–|n\/a|none|null)?$/i.test(value);

/** The parts of a row of `--output text`, which tabs separate. */
export const partsOfRow = (line: string): readonly string[] => line.split('\t').map(part => part.trim()).filter(part => part !== '');
