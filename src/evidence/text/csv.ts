/** The messages of a CSV file as CloudWatch Logs exports it; undefined where the text is something else. */
export function rowsOfCsv(lines: readonly string[]): readonly string[] | undefined {
  const header = lines[0]?.split(',').map(name => name.trim().replace(/^"|"$/g, '').replace(/^@/, '').toLowerCase()) ?? [];
  const column = header.indexOf('message');
  if (column < 0 || header.length < 2) return undefined;
  return recordsIn(lines.slice(1).join('\n')).flatMap(record => record[column]?.split('\n') ?? []).filter(line => line !== '');
}

/** Fields stand in quotes when they hold a comma, a quote or a line end; a quote inside is doubled. */
function recordsIn(text: string): readonly (readonly string[])[] {
  const records: string[][] = [[]];
  for (let start = 0; start < text.length;) {
    const isQuoted = text.charAt(start) === '"';
    const end = isQuoted ? closingQuote(text, start + 1) : text.length;
    const next = nextEnd(text, isQuoted ? end : start);
    const field = isQuoted ? text.slice(start + 1, end).replaceAll('""', '"') : text.slice(start, next);
    records.at(-1)?.push(field);
    if (text.charAt(next) === '\n') records.push([]);
    start = next + 1;
  }
  return records;
}

function closingQuote(text: string, from: number): number {
  let end = text.indexOf('"', from);
  while (end >= 0 && text.charAt(end + 1) === '"') end = text.indexOf('"', end + 2);
  return end < 0 ? text.length : end;
}

const FIELD_ENDS = /[,\n]/g;

function nextEnd(text: string, from: number): number {
  FIELD_ENDS.lastIndex = from;
  return FIELD_ENDS.exec(text)?.index ?? text.length;
}
