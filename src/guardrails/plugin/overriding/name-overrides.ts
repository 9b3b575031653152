import type { IConstruct } from 'constructs';
import { type Override, overridesIn, withoutOverride } from './overrides';
import type { TemplateSource } from '../../../facts/template/source/template-source';
import { groupBy } from '../../../group-by';
import type { Finding } from '../../evaluate';

/** Findings of something that was judged, and the construct that creates it and meets the guardrails by itself, if one does. */
export interface Owned {
  readonly owner: IConstruct | undefined;
  readonly findings: readonly Finding[];
}

/** What was judged, and how the same is judged again of what some constructs create. */
export interface Judging {
  readonly sources: readonly TemplateSource[];
  readonly judge: (sources: readonly TemplateSource[], owners: ReadonlySet<IConstruct | undefined>) => readonly Finding[];
}

/** A finding, and overrides that may be its cause. */
interface Suspicion {
  readonly finding: Finding;
  readonly owner: IConstruct | undefined;
  readonly overrides: readonly Override[];
}

/**
 * Has each finding that an override causes say which one to remove: no prop helps while the override is there.
 *
 * An override is the cause if the finding goes without it, which is seen by judging the templates again. First the override of what
 * a finding points to is tried, then all those of the construct.
 */
export function nameOverrides(found: readonly Owned[], judging: Judging): readonly Finding[] {
  const around = found.flatMap(({ owner, findings }): readonly Suspicion[] => {
    const overrides = owner === undefined || findings.length === 0 ? [] : overridesIn(owner);
    return findings.map(finding => ({ finding, owner, overrides }));
  });
  try {
    const near = around.map(({ finding, owner, overrides }) =>
      ({ finding, owner, overrides: overrides.flatMap(override => atPlaceOf(finding, override)) }));
    const named = withFixes(near, judging);
    return withFixes(around.map((suspicion, index) => ({ ...suspicion, finding: named[index] })), judging);
  } catch {
    // Better the fix of the rule than none.
    return found.flatMap(({ findings }) => findings);
  }
}

/** The findings, with an order to remove the overrides where that makes them go. */
function withFixes(suspicions: readonly Suspicion[], { sources, judge }: Judging): readonly Finding[] {
  const open = suspicions.filter(({ finding, overrides }) => finding.fix === undefined && overrides.length > 0);
  if (open.length === 0) return suspicions.map(({ finding }) => finding);
  const owners = new Set(open.map(({ owner }) => owner));
  const remaining = new Set(judge(without(open.flatMap(({ overrides }) => overrides), sources), owners).map(nameOf));
  return suspicions.map(suspicion => {
    const { finding, overrides } = suspicion;
    return open.includes(suspicion) && !remaining.has(nameOf(finding)) ? { ...finding, fix: orderToRemove(overrides) } : finding;
  });
}

/** The part of an override that concerns what a finding points to. */
function atPlaceOf({ at }: Finding, { resource, properties }: Override): readonly Override[] {
  const concerned = properties.filter(property => overlap(`Properties.${property}.`.toLowerCase(), `${at.property}.`.toLowerCase()));
  return resource.node.path === at.path && concerned.length > 0 ? [{ resource, properties: concerned }] : [];
}

const overlap = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one);

function without(overrides: readonly Override[], sources: readonly TemplateSource[]): readonly TemplateSource[] {
  const bare = groupBy(overrides, ({ resource }) => resource);
  const merged = [...bare].map(([resource, those]) => ({ resource, properties: those.flatMap(({ properties }) => properties) }));
  return sources.map(source => {
    const changed = merged.filter(({ resource }) => resource.stack.node.path === source.stack).map(withoutOverride);
    const { body } = source;
    return changed.length === 0 ? source : { ...source, body: { ...body, Resources: Object.assign({}, body.Resources, ...changed) } };
  });
}

const nameOf = ({ rule, at }: Finding): string => JSON.stringify([rule.id, at.path, at.property]);

function orderToRemove(overrides: readonly Override[]): string {
  const places = overrides.map(({ resource, properties }) => `${properties.join(' and ')} on ${resource.node.path}`);
  return places.length === 1
    ? `Remove the override of ${places[0]}. Without the override, the requirement is met.`
    : `Remove the override that causes this finding. The overrides are: ${places.join('; ')}.`;
}
