import { asItems } from './items';
import { canonicalArn } from './secret';
import { isKnown, type Known, UNKNOWN } from '../model/fact';
import type { StatementFacts } from '../model/role';
import { asString, at, type Resolved } from '../template/resolved';
import type { Templates } from '../template/templates';

/** Reads the statements of a policy document; unknown when one of them cannot be seen. */
export function readStatements(templates: Templates, document: Resolved): Known<readonly StatementFacts[]> {
  const declared = at(document, 'Statement');
  if (declared === UNKNOWN) return UNKNOWN;
  const statements = (Array.isArray(declared) ? asItems(declared) : [declared]).map(statement => readStatement(templates, statement));
  return statements.every(isKnown) ? statements : UNKNOWN;
}

function readStatement(templates: Templates, statement: Resolved): Known<StatementFacts> {
  const effect = at(statement, 'Effect');
  if (effect !== 'Allow' && effect !== 'Deny') return UNKNOWN;
  return {
    effect,
    actions: texts(at(statement, 'Action'), at(statement, 'NotAction')),
    resources: canonical(templates, texts(at(statement, 'Resource'), at(statement, 'NotResource'))),
    conditional: at(statement, 'Condition') !== undefined,
  };
}

/** What a statement names; with everything but a list, nobody can say in a few words what it covers. */
function texts(value: Resolved, allBut: Resolved): Known<readonly string[]> {
  if (value === UNKNOWN || allBut !== undefined) return UNKNOWN;
  const items = (Array.isArray(value) ? asItems(value) : [value]).map(item => asString(item));
  return items.every(item => typeof item === 'string') ? items : UNKNOWN;
}

const canonical = (templates: Templates, arns: Known<readonly string[]>): Known<readonly string[]> =>
  isKnown(arns) ? arns.map(arn => canonicalArn(templates, arn)) : UNKNOWN;
