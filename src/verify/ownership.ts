import type { Reading } from '../account/reading';
import { type Fact, isKnown, type Known, UNKNOWN } from '../facts/model/fact';
import type { Resource } from '../facts/template/resource';
import type { Templates } from '../facts/template/templates';

interface StackResourceAnswer {
  readonly StackName?: string;
  readonly LogicalResourceId?: string;
  readonly PhysicalResourceId?: string;
}

/**
 * The stack that a thing of the account belongs to: absent for one of no stack, and `own` for the one that a template
 * declares, which a deployment keeps.
 */
export async function ownerOf(id: string, resource: Resource, templates: Templates, reading: Reading): Promise<Fact<string>> {
  const found: Fact<readonly StackResourceAnswer[]> =
    await reading.part('cloudformation:DescribeStackResources', { PhysicalResourceId: id }, 'StackResources');
  if (!isKnown(found)) return UNKNOWN;
  const owner = found?.find(({ PhysicalResourceId }) => PhysicalResourceId === id);
  return isDeclaredBy(owner, resource, stackNameOf(resource, templates)) ? 'own' : owner?.StackName;
}

/** Without the name of the stack, the logical id has to do. */
const isDeclaredBy = (owner: StackResourceAnswer | undefined, { logicalId }: Resource, stackName = owner?.StackName): boolean =>
  owner?.LogicalResourceId === logicalId && owner.StackName === stackName;

/** Whether a deployment creates a resource, because its stack does not have it yet. */
export async function isNew(resource: Resource, templates: Templates, reading: Reading): Promise<Known<boolean>> {
  const StackName = stackNameOf(resource, templates);
  if (StackName === undefined) return UNKNOWN;
  const found = await reading.one('cloudformation:DescribeStackResources', { StackName, LogicalResourceId: resource.logicalId });
  return isKnown(found) ? found === undefined : UNKNOWN;
}

/** The name of the stack; only a cloud assembly of the CDK tells it. */
export const stackNameOf = ({ stack }: Resource, { sources }: Templates): string | undefined =>
  sources.find(source => source.stack === stack)?.name;
