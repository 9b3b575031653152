import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';

/** A regular expression of the source, and where it stands or is put together. */
export interface Expression {
  readonly source: string;
  readonly flags: string;
  readonly where: string;
}

/** The expressions that a file writes out. */
export function literalsIn(file: string): readonly Expression[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), where: file });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The expressions that files put together from parts when they are loaded. */
export function composedBy(files: readonly string[]): readonly Expression[] {
  const found: Expression[] = [];
  const Known = globalThis.RegExp;
  let where = '';
  globalThis.RegExp = new Proxy(Known, {
    construct: (_, [source, flags]: [string | RegExp, string?]) => {
      const made = new Known(source, flags);
      if (typeof source === 'string') found.push({ source: made.source, flags: made.flags, where });
      return made;
    },
  });
  try {
    jest.isolateModules(() => {
      for (const file of files) {
        where = file;
        require(join(process.cwd(), file)); // eslint-disable-line @typescript-eslint/no-require-imports
      }
    });
  } finally {
    globalThis.RegExp = Known;
  }
  return found;
}
