import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** An update of one item. */
export interface Update {
  readonly set: Readonly<Record<string, AttributeValue>>;
  /** Attributes that keep the value they have. */
  readonly keep?: Readonly<Record<string, AttributeValue>>;
  readonly add?: Readonly<Record<string, AttributeValue>>;
  readonly condition?: string;
  /** Further values that the condition compares with. */
  readonly values?: Readonly<Record<string, AttributeValue>>;
}

/** Each attribute by a placeholder, because DynamoDB reserves some hundred words. */
export function expressionsOf({ set, keep = {}, add = {}, condition, values }: Update) {
  const attributes = { ...set, ...keep, ...add };
  const sets = [
    ...Object.keys(set).map(name => `#${name} = :${name}`),
    ...Object.keys(keep).map(name => `#${name} = if_not_exists(#${name}, :${name})`),
  ];
  const adds = Object.keys(add).map(name => `#${name} :${name}`);
  return {
    UpdateExpression: [`SET ${sets.join(', ')}`, ...adds.length > 0 ? [`ADD ${adds.join(', ')}`] : []].join(' '),
    ...condition !== undefined && { ConditionExpression: condition },
    ExpressionAttributeNames: Object.fromEntries(Object.keys(attributes).map(name => [`#${name}`, name])),
    ExpressionAttributeValues: { ...Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`:${name}`, value])), ...values },
  };
}
