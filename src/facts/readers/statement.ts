import { canonicalArn } from './canonical-arn';
import { isKnown, type Known, UNKNOWN } from '../model/fact';
import type { GrantFacts, StatementFacts } from '../model/role';
import { asItems } from '../template/items';
import { asString, at, type Resolved } from '../template/source/resolved';
import type { Templates } from '../template/templates';

/** Reads the statements of a policy document; unknown when one of them cannot be seen. */
export const readStatements = (templates: Templates, document: Resolved): Known<readonly StatementFacts[]> =>
  readEach(document, statement => readStatement(templates, statement));

/** Reads a policy that stands with a thing: each of its statements says who is meant. */
export const readGrants = (templates: Templates, document: Resolved): Known<readonly GrantFacts[]> =>
  readEach(document, statement => readGrant(templates, statement));

function readEach<T>(document: Resolved, read: (statement: Resolved) => Known<T>): Known<readonly T[]> {
  const declared = at(document, 'Statement');
  if (declared === UNKNOWN) return UNKNOWN;
  const statements = oneOrMore(declared).map(read);
  return statements.every(isKnown) ? statements : UNKNOWN;
}

function readStatement(templates: Templates, statement: Resolved): Known<StatementFacts> {
  const effect = at(statement, 'Effect');
  if (effect !== 'Allow' && effect !== 'Deny') return UNKNOWN;
  const [actions, exceptActions] = allBut(at(statement, 'Action'), at(statement, 'NotAction'));
  const [resources, exceptResources] = allBut(at(statement, 'Resource'), at(statement, 'NotResource'));
  return {
    effect,
    actions,
    exceptActions,
    resources: canonical(templates, resources),
    exceptResources: exceptResources && canonical(templates, exceptResources),
    conditional: at(statement, 'Condition') !== undefined,
  };
}

/** The policy of a role, which says who may assume it, names no resource: it is about the role itself. */
function readGrant(templates: Templates, grant: Resolved): Known<GrantFacts> {
  const statement = readStatement(templates, grant);
  if (!isKnown(statement)) return UNKNOWN;
  const unnamed = at(grant, 'Resource') === undefined && at(grant, 'NotResource') === undefined;
  return { ...statement, ...unnamed ? { resources: ['*'] } : {}, ...readPrincipals(templates, at(grant, 'Principal')) };
}

function readPrincipals(templates: Templates, principal: Resolved): Pick<GrantFacts, 'principals' | 'services'> {
  if (principal === '*') return { principals: ['*'], services: [] };
  if (principal === undefined) return { principals: UNKNOWN, services: UNKNOWN };
  const named = textsOrNone(at(principal, 'AWS'));
  return {
    principals: isKnown(named) ? named.map(each => templates.identify(each)) : UNKNOWN,
    services: textsOrNone(at(principal, 'Service')),
  };
}

type Texts = Known<readonly string[]>;

/** What a statement covers, and what it leaves out of that. */
function allBut(named: Resolved, leftOut: Resolved): readonly [covered: Texts, except: Texts | undefined] {
  return leftOut === undefined ? [texts(named), undefined] : [['*'], texts(leftOut)];
}

function texts(value: Resolved): Texts {
  if (value === UNKNOWN) return UNKNOWN;
  const items = oneOrMore(value).map(item => asString(item));
  return items.every(item => typeof item === 'string') ? items : UNKNOWN;
}

const textsOrNone = (value: Resolved): Texts => value === undefined ? [] : texts(value);

const canonical = (templates: Templates, arns: Texts): Texts => isKnown(arns) ? arns.map(arn => canonicalArn(templates, arn)) : UNKNOWN;

const oneOrMore = (value: Resolved): readonly Resolved[] => Array.isArray(value) ? asItems(value) : [value];
