/** How the AWS CLI writes a scalar in a table or as text. */
const scalar = (value: unknown): string => value === null || value === undefined ? 'None' : typeof value === 'boolean' ? value ? 'True' : 'False' : String(value);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null;

/** The value as `--output text` of the AWS CLI prints it: scalars of an object by name, then what is nested under its name in capitals. */
export function asText(value: unknown, identifier?: string, keys?: readonly string[]): readonly string[] {
  if (Array.isArray(value)) return listAsText(value, identifier);
  if (!isObject(value)) return [scalar(value)];
  const names = Object.keys(value).sort();
  const scalars = keys ?? names.filter(name => isScalar(value[name]));
  const words = scalars.map(name => name in value ? scalar(value[name]) : '');
  return [
    ...words.length > 0 ? [[...identifier === undefined ? [] : [identifier.toUpperCase()], ...words].join('\t')] : [],
    ...names.filter(name => !isScalar(value[name])).flatMap(name => asText(value[name], name)),
  ];
}

function listAsText(list: readonly unknown[], identifier: string | undefined): readonly string[] {
  if (list.some(isObject)) {
    const keys = [...new Set(list.filter(isObject).flatMap(item => Object.keys(item).filter(name => isScalar(item[name]))))].sort();
    return list.flatMap(item => asText(item, identifier, keys));
  }
  const [scalars, nested] = [list.filter(isScalar).map(scalar), list.filter(item => !isScalar(item))];
  const own = identifier === undefined ? scalars.length > 0 ? [scalars.join('\t')] : [] : scalars.map(item => `${identifier.toUpperCase()}\t${item}`);
  return [...own, ...nested.flatMap(item => asText(item, identifier))];
}

/** The value as `--output table` of the AWS CLI draws it, without its colors: names above columns, or beside values where a table would be too wide. */
export function asTable(operation: string, value: unknown): readonly string[] {
  const sections = sectionsOf(operation, value, 0);
  const width = Math.max(...sections.flatMap(({ depth, title, rows }) => [title, ...rows.map(row => row.join('  |  '))].map(text => text.length + 2 * depth + 8)));
  return ['-'.repeat(width), ...sections.flatMap(section => drawn(section, width))];
}

interface Section {
  readonly depth: number;
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function sectionsOf(title: string, value: unknown, depth: number): readonly Section[] {
  const items = Array.isArray(value) ? value as readonly unknown[] : [value];
  if (!items.some(isObject)) {
    const rows = items.map(item =>
      Array.isArray(item) ? item.flat(3).map(part => isObject(part) ? JSON.stringify(part) : scalar(part)) : [scalar(item)]);
    return [{ depth, title, header: [], rows }];
  }
  return items.filter(isObject).flatMap(item => {
    const names = Object.keys(item).sort();
    const header = names.filter(name => isScalar(item[name]));
    const nested = names.filter(name => !isScalar(item[name])).flatMap(name => sectionsOf(name, item[name], depth + 1));
    return [{ depth, title, header, rows: header.length === 0 ? [] : [header.map(name => scalar(item[name]))] }, ...nested];
  });
}

function drawn({ depth, title, header, rows }: Section, width: number): readonly string[] {
  const [left, inner] = ['|'.repeat(depth + 1), width - 2 * (depth + 1)];
  const line = (text: string): string => `${left}${text.padEnd(inner)}${left}`;
  const border = `${'|'.repeat(depth)}+${'-'.repeat(inner)}+${'|'.repeat(depth)}`;
  const cells = (row: readonly string[]): string => line(row.map(cell => `  ${cell}  `).join('|'));
  const isWide = header.length > 4;
  const body = isWide ? header.map((name, index) => cells([name, rows[0][index]])) : rows.map(cells);
  return [
    line(title.padStart(Math.floor((inner + title.length) / 2))),
    border,
    ...header.length > 1 && !isWide ? [cells(header), border] : [],
    ...header.length === 1 ? [cells([header[0], rows[0][0]])] : body,
    ...rows.length > 0 ? [border] : [],
  ];
}
