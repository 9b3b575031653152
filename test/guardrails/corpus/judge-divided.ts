import type { Declare } from './configuration';
import { judgeCorpus } from './judge-corpus';
import type { Layout } from './layout';
import { LOOKED_UP } from './sound/imported-networks';

/** The rules that one configuration breaks in its layout; absent where the CDK itself refuses to divide it, because its stacks would depend on each other. */
export function judgeDivided(declare: Declare, flags: { readonly [flag: string]: unknown }, layout: Layout): readonly string[] | undefined {
  try {
    const [{ findings }] = judgeCorpus([declare], { ...LOOKED_UP, ...flags }, layout);
    return [...new Set(findings.map(({ ruleName }) => ruleName))].sort();
  } catch (error) {
    if (String(error).includes('DependencyCycle') || String(error).includes('cyclic reference')) return undefined;
    throw error;
  }
}
