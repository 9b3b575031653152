import type { Marks } from './marks/marks';
import { isHarmless } from './values/harmless-value';
import { secretName } from '../../aws/secret-names';

/** `INSERT INTO users (name, password) VALUES ('…', '…')`, with any number of rows. */
const INSERT = new RegExp(
  String.raw`(\binto\s{1,8}[\w."\x60[\]]{1,128}\s{0,8}\()([^()\n]{1,2000})(\)\s{0,8}values\s{0,8})`
  + String.raw`((?:\((?:'[^'\n]*'|[^()'\n])*\)[ ,]{0,8}){1,100})`,
  'gi',
);

const ITEM = /(?:'[^'\n]*')+|[^,()'\s][^,()'\n]*/g;
const ROW = /\((?:'[^'\n]*'|[^()'\n])*\)/g;

/** The text without the values of columns that are named as secrets. */
export function withoutInsertedSecrets(text: string, marks: Marks): string {
  if (!/\bvalues\b/i.test(text)) return text;
  return text.replace(INSERT, (_, into: string, columns: string, between: string, rows: string) => {
    const isSecret = columns.split(',').map(column => secretName(column.replace(/[^\p{L}\p{N}\p{M}_-]/gu, '')) === 'certain');
    return into + columns + between + rows.replace(ROW, row => withoutColumns(row, isSecret, marks));
  });
}

function withoutColumns(row: string, isSecret: readonly boolean[], marks: Marks): string {
  let column = -1;
  return row.replace(ITEM, item => {
    column += 1;
    const value = item.replace(/^'|'$/g, '');
    if (!isSecret[column] || isHarmless(value)) return item;
    return item.startsWith("'") ? `'${marks.hide('password', value)}'` : marks.hide('password', value);
  });
}
