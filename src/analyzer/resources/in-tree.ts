import type { IConstruct } from 'constructs';

/** Whether a construct is still in its tree: rules of services go when the services share some. */
export const isInTree = ({ node: { scopes } }: IConstruct): boolean => scopes
  .every((construct, index) => index === 0 || scopes[index - 1].node.tryFindChild(construct.node.id) === construct);
