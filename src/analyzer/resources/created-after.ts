import type { IConstruct } from 'constructs';

/** Whether a construct is created only after one of others, because it, or what it waits for, has a dependency on one of them. */
export function isCreatedAfter(construct: IConstruct, others: readonly IConstruct[]): boolean {
  const waitedFor = new Set<IConstruct>();
  const remaining = [...dependenciesOf(construct)];
  for (let root = remaining.pop(); root !== undefined; root = remaining.pop()) {
    if (waitedFor.has(root)) continue;
    waitedFor.add(root);
    remaining.push(...dependenciesOf(root), ...root.node.findAll().flatMap(({ node }) => node.dependencies));
  }
  return others.some(({ node }) => [...node.scopes, ...node.findAll()].some(part => waitedFor.has(part)));
}

/** A construct waits for what any of its scopes waits for. */
const dependenciesOf = ({ node }: IConstruct): readonly IConstruct[] => node.scopes.flatMap(scope => scope.node.dependencies);
