import { readFileSync } from 'fs';
import { join } from 'path';
import { CfnElement, NestedStack, Stack, Stage, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { readBuiltImages } from '../../facts/template/source/built-images';
import type { TemplateBody, TemplateSource } from '../../facts/template/source/template-source';
import { groupBy } from '../../group-by';

/**
 * Every template below a construct, as it was just written to the cloud assembly: overrides, Aspects and late values included.
 *
 * It may be called from a validation plugin only, because before that the templates are not there.
 */
export function collectTemplates(root: IConstruct): readonly TemplateSource[] {
  const all = root.node.findAll();
  const elements = elementsByStack(all);
  return all.filter(Stack.isStack).map(stack => readStack(stack, elements.get(stack) ?? []));
}

function readStack(stack: Stack, elements: readonly CfnElement[]): TemplateSource {
  const assembly = Stage.of(stack);
  const outdir = assembly?.outdir ?? '.';
  const file = join(outdir, stack.templateFile);
  const deployedBy = stack.nestedStackResource;
  const body = JSON.parse(readFileSync(file, 'utf8')) as TemplateBody;
  return {
    stack: stack.node.path,
    name: literal(stack.stackName),
    assembly: assembly?.node.path ?? '',
    environment: { region: literal(stack.region), account: literal(stack.account) },
    file,
    builtImages: readBuiltImages(outdir, `${stack.artifactId}.assets.json`),
    body,
    nestedIn: deployedBy && NestedStack.isNestedStack(stack) && stack.nestedStackParent
      ? { stack: stack.nestedStackParent.node.path, logicalId: logicalIdOf(deployedBy as CfnElement) }
      : undefined,
    paths: new Map([...pathsInside(stack, body), ...elements.map(element => [logicalIdOf(element), element.node.path] as const)]),
  };
}

const literal = (text: string): string | undefined => Token.isUnresolved(text) ? undefined : text;

/** A resource that has no construct of its own, as those of an included fragment, is at least known to be in its stack. */
const pathsInside = (stack: Stack, body: TemplateBody): readonly (readonly [logicalId: string, path: string])[] =>
  Object.keys(body.Resources ?? {}).map(logicalId => [logicalId, `${stack.node.path}/${logicalId}`] as const);

const logicalIdOf = (element: CfnElement): string => String(element.stack.resolve(element.logicalId));

/** The elements that each stack declares itself; those of a nested stack are in the nested stack's template. */
const elementsByStack = (constructs: readonly IConstruct[]): ReadonlyMap<Stack, readonly CfnElement[]> =>
  groupBy(constructs.filter(construct => CfnElement.isCfnElement(construct)), ({ stack }) => stack);
