import { ContainerDefinition, type TaskDefinition } from 'aws-cdk-lib/aws-ecs';

/** More names than these are granted as one pattern, because the inline policies of a role hold 10,240 characters together. */
const MOST_NAMES = 20;

/** The names, unless there are too many to name. */
export const unlessTooMany = (names: readonly string[] | undefined): readonly string[] | undefined =>
  names === undefined || names.length > MOST_NAMES ? undefined : names;

/** The log groups of the containers that log to CloudWatch Logs; undefined where a task definition is not known. */
export function logGroupsOf(definitions: readonly TaskDefinition[]): readonly string[] | undefined {
  const containers = definitions.map(({ node }) => node.children.filter(child => child instanceof ContainerDefinition));
  if (containers.some(({ length }) => length === 0)) return undefined;
  return [...new Set(containers.flat().flatMap(({ logDriverConfig }) => logDriverConfig?.options?.['awslogs-group'] ?? []))];
}
