import { bucketsNamed } from './bucket';
import { readStatements } from './statement';
import { type Fact, isKnown, UNKNOWN } from '../model/fact';
import type { StatementFacts } from '../model/role';
import { asItems } from '../template/items';
import { asString, at, type Resolved } from '../template/source/resolved';
import type { Templates } from '../template/templates';

/** The statements of an endpoint's policy; without one everything is allowed. */
export function readEndpointPolicy(templates: Templates, document: Resolved): Fact<readonly StatementFacts[]> {
  if (document === undefined) return undefined;
  const statements = readStatements(templates, document);
  if (!isKnown(statements)) return UNKNOWN;
  const declared = at(document, 'Statement');
  const principals = oneOrMore(declared).map(statement => at(statement, 'Principal'));
  return statements.map((statement, index) => ({
    ...statement,
    resources: isKnown(statement.resources) ? statement.resources.map(arn => bucketsNamed(templates, arn)) : UNKNOWN,
    // A statement for some callers applies to the roles of a task perhaps.
    conditional: statement.conditional || !isEverybody(principals[index]),
  }));
}

function isEverybody(principal: Resolved): boolean {
  const named = typeof principal === 'string' ? principal : at(principal, 'AWS');
  return oneOrMore(named).some(each => asString(each) === '*');
}

const oneOrMore = (value: Resolved): readonly Resolved[] => Array.isArray(value) ? asItems(value) : [value];
