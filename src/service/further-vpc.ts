import { Annotations, Stack } from 'aws-cdk-lib';
import type { Construct, IConstruct } from 'constructs';
import { monthlyCost, pricesFor } from './monthly-cost';
import { isHardenedVpc } from './placement/hardened-vpc';

/**
 * Says that a stack gets another VPC, and how to share the first one.
 *
 * It may be meant so, which is why it is no warning.
 */
export function sayFurtherVpc(owner: Construct, vpc: IConstruct): void {
  const say = () => {
    const [{ node: { scope: first } }] = Stack.of(owner).node.findAll().filter(isHardenedVpc);
    if (first === undefined || first === owner) return [];
    const usd = Math.round([vpc, ...sharedParts(owner)].reduce((sum, part) => sum + monthlyCost(part, pricesFor(owner)), 0));
    Annotations.of(owner).addInfo(
      `'${owner.node.path}' has its own VPC and cluster, in addition to those of '${first.node.path}', for about ${usd} USD a month `
        + `(docs/COSTS.md); to share them, set 'cluster' to the 'cluster' of '${first.node.path}'`,
    );
    return [];
  };
  // Only then is it known which endpoints the VPC gets.
  owner.node.addValidation({ validate: say });
}

/** What a cluster that is made for one owner brings beside its VPC. */
const sharedParts = ({ node }: Construct): readonly IConstruct[] =>
  ['Cluster', 'ExecAudit'].map(id => node.tryFindChild(id)).filter(part => part !== undefined);
