import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** One small change of a source file. */
export interface Mutant {
  /** From the root of the repository. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Where it is and what it changes, for people. */
  readonly title: string;
}

type Change = readonly [node: ts.Node, text: string];

/** What an operator may be mistaken for. */
const MISTAKEN_FOR = new Map(Object.entries({
  '===': '!==', '!==': '===', '<': '<=', '<=': '<', '>': '>=', '>=': '>', '&&': '||', '||': '&&', '-': '+', '*': '/',
}));

const OTHER_METHOD = new Map(Object.entries({ some: 'every', every: 'some', startsWith: 'endsWith', endsWith: 'startsWith', min: 'max', max: 'min' }));

/** Every mutant of a file. */
export function mutantsOf(root: string, file: string): readonly Mutant[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const mutants: Mutant[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || ts.isInterfaceDeclaration(node)) return;
    for (const [changed, text] of changesOf(node)) {
      const [start, end] = [changed.getStart(source), changed.end];
      const { line } = source.getLineAndCharacterOfPosition(start);
      const before = source.text.slice(start, end).replace(/\s+/g, ' ').slice(0, 60);
      mutants.push({ file, start, end, text, title: `line ${line + 1}: ${before} → ${text.replace(/\s+/g, ' ').slice(0, 60) || 'nothing'}` });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return mutants;
}

function changesOf(node: ts.Node): readonly Change[] {
  if (ts.isBinaryExpression(node)) return ifKnown(node.operatorToken, MISTAKEN_FOR.get(node.operatorToken.getText()));
  if (ts.isIfStatement(node)) return [[node.expression, 'true'], [node.expression, 'false']];
  if (ts.isConditionalExpression(node)) return [[node.condition, `!(${node.condition.getText()})`]];
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) return [[node, node.operand.getText()]];
  if (ts.isCallExpression(node)) return changesOfCall(node);
  if (ts.isArrayLiteralExpression(node)) return node.elements.length > 1 ? [[node, `[${node.elements.slice(1).map(element => element.getText()).join(', ')}]`]] : [];
  return changesOfLiteral(node);
}

function changesOfCall({ expression }: ts.CallExpression): readonly Change[] {
  if (!ts.isPropertyAccessExpression(expression)) return [];
  return ifKnown(expression.name, OTHER_METHOD.get(expression.name.text));
}

function changesOfLiteral(node: ts.Node): readonly Change[] {
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [[node, 'false']];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [[node, 'true']];
  if (ts.isNumericLiteral(node)) return [[node, String(Number(node.text.replace(/_/g, '')) + 1)]];
  // Prose is held by tests of its own kind, and names of properties by the compiler.
  const isWord = ts.isStringLiteral(node) && node.text !== '' && !/\s/.test(node.text) && !(ts.isPropertyAssignment(node.parent) && node.parent.name === node);
  return isWord ? [[node, "'mutated'"]] : [];
}

const ifKnown = (node: ts.Node, text: string | undefined): readonly Change[] => text === undefined ? [] : [[node, text]];
