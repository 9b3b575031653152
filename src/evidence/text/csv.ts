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
  for (const [whole, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n|$)/g)) {
    if (whole === '') continue;
    records.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === '\n') records.push([]);
  }
  return records;
}
