import type { ParameterFacts } from '../model/container';
import { once } from '../template/once';
import type { Resource } from '../template/resource';
import type { Expression, TemplateSource } from '../template/source/template-source';
import type { Templates } from '../template/templates';

type Parameters = ReadonlyMap<string, ParameterFacts>;

/** The parameter that gives a variable of a container its value; absent where none does. */
export const parameterOf = (templates: Templates, task: Resource, container: string, variable: string): ParameterFacts | undefined =>
  parametersOf(templates, task).get(keyOf(container, variable));

/** What a parameter gives is only known when it is deployed, so that this reads the template itself. */
const parametersOf = once((templates: Templates, { logicalId, stack }: Resource): Parameters => {
  const source = templates.sources.find(each => each.stack === stack);
  const containers = source?.body.Resources?.[logicalId]?.Properties?.ContainerDefinitions;
  if (source === undefined || containers === undefined) return new Map();
  return new Map(objectsIn(containers).flatMap(({ Environment: environment, Name: container }) =>
    typeof container !== 'string' || environment === undefined ? [] : objectsIn(environment).flatMap(({ Name: name, Value: value }) => {
      const parameter = typeof name === 'string' && value !== undefined ? givenBy(templates, source, value) : undefined;
      return parameter === undefined ? [] : [[keyOf(container, String(name)), parameter] as const];
    })));
});

const keyOf = (container: string, variable: string): string => `${container} ${variable}`;

interface ExpressionObject {
  readonly [key: string]: Expression;
}

const isObject = (expression: Expression): expression is ExpressionObject =>
  typeof expression === 'object' && expression !== null && !Array.isArray(expression);

/** The items of a list, also those in the branches of a condition: each is there in some deployment. */
function objectsIn(expression: Expression): readonly ExpressionObject[] {
  if (Array.isArray(expression)) return expression.flatMap(objectsIn);
  if (!isObject(expression)) return [];
  return expression['Fn::If'] === undefined ? [expression] : objectsIn(expression['Fn::If']);
}

/** A parameter that is the whole value, or one that is hidden where it is a part. */
function givenBy(templates: Templates, source: TemplateSource, value: Expression): ParameterFacts | undefined {
  const decided = taken(templates, source, value);
  const parts = namesIn(decided).flatMap(name => parameterNamed(templates, source, name) ?? []);
  const isWhole = isObject(decided) && typeof decided.Ref === 'string';
  return parts.find(({ noEcho }) => noEcho) ?? (isWhole ? parts[0] : undefined);
}

/** The branch that a condition takes; nothing while nobody knows which one that is. */
function taken(templates: Templates, source: TemplateSource, value: Expression): Expression {
  const branches = isObject(value) ? value['Fn::If'] : undefined;
  if (!Array.isArray(branches)) return value;
  const holds = templates.conditions.holds(source.stack, String(branches[0]));
  return typeof holds === 'boolean' ? taken(templates, source, branches[holds ? 1 : 2] ?? null) : null;
}

/** What is inserted into a text; what only selects or names something is no part of it. */
function namesIn(expression: Expression): readonly string[] {
  if (Array.isArray(expression)) return expression.flatMap(namesIn);
  return isObject(expression) ? Object.entries(expression).flatMap(([key, argument]) => INSERTED[key]?.(argument) ?? []) : [];
}

const INSERTED: { readonly [name: string]: ((argument: Expression) => readonly string[]) | undefined } = {
  'Ref': argument => typeof argument === 'string' ? [argument] : [],
  'Fn::Base64': namesIn,
  'Fn::Join': namesIn,
  'Fn::Sub': argument => {
    const [template, values = null] = Array.isArray(argument) ? argument : [argument];
    const inserted = typeof template === 'string' ? [...template.matchAll(/\$\{([^!.}]+)\}/g)].map(([, name]) => name) : [];
    return [...inserted, ...isObject(values) ? Object.values(values).flatMap(namesIn) : []];
  },
};

/** A nested stack gets the values of its parameters from its parent, which may get them by parameters in turn. */
function parameterNamed(templates: Templates, source: TemplateSource, name: string): ParameterFacts | undefined {
  const declared = source.body.Parameters?.[name];
  if (declared === undefined) return undefined;
  const own = { name, noEcho: String(declared.NoEcho).toLowerCase() === 'true', choices: declared.AllowedValues !== undefined };
  return source.nestedIn === undefined ? own : givenByParent(templates, source.nestedIn, name) ?? (own.noEcho ? own : undefined);
}

function givenByParent(
  templates: Templates, { logicalId, stack }: NonNullable<TemplateSource['nestedIn']>, name: string,
): ParameterFacts | undefined {
  const parent = templates.sources.find(source => source.stack === stack);
  return parent && givenBy(templates, parent, givenTo(parent, logicalId, name));
}

function givenTo({ body }: TemplateSource, nestedStack: string, parameter: string): Expression {
  const given = body.Resources?.[nestedStack]?.Properties?.Parameters ?? null;
  return isObject(given) ? given[parameter] ?? null : null;
}
