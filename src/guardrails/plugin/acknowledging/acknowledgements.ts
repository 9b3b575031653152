import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { PLUGIN_NAME } from '../settings/plugin-name';

/** A fault that somebody allows on purpose, for a construct and everything below it. */
export interface Acknowledgement {
  readonly ruleId: string;
  readonly reason: string;
  /** The path of the construct that it was made for. */
  readonly at: string;
}

const PREFIX = `${PLUGIN_NAME}::`;

/** The CDK takes an id without a prefix for that of an annotation. */
const WITHOUT_PREFIX = 'Annotation::';

/** Whether anything was acknowledged for a construct itself, of guardrails or of another plugin. */
export const hasAcknowledgements = ({ node }: IConstruct): boolean =>
  node.metadata.some(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY);

/** The acknowledgments of guardrails that were made for a construct itself. */
export const acknowledgementsFor = (construct: IConstruct): readonly Acknowledgement[] => acknowledgedFor(construct, PREFIX);

/** The acknowledgments that were made for a construct without the prefix that says whose rule is meant. */
export const unprefixedFor = (construct: IConstruct): readonly Acknowledgement[] => acknowledgedFor(construct, WITHOUT_PREFIX);

function acknowledgedFor({ node }: IConstruct, prefix: string): readonly Acknowledgement[] {
  return node.metadata
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .flatMap(({ data }) => Object.entries((data ?? {}) as Readonly<Record<string, unknown>>))
    .filter(([id]) => id.startsWith(prefix))
    .map(([id, reason]) => ({ ruleId: id.slice(prefix.length), reason: String(reason ?? ''), at: node.path }));
}

/** The acknowledgment that lets a fault through: as the CDK sees it, the nearest one above, and of two at one place the later one. */
export function acknowledgementOf(ruleId: string, path: string, made: readonly Acknowledgement[]): Acknowledgement | undefined {
  const fitting = made.filter(acknowledgement => acknowledgement.ruleId === ruleId && isWithin(path, acknowledgement.at));
  const nearest = Math.max(...fitting.map(({ at }) => at.length));
  return fitting.filter(({ at }) => at.length === nearest).pop();
}

/** Whether a path leads to a construct or to something below it; everything is below the app, whose path is empty. */
export const isWithin = (path: string, scope: string): boolean => scope === '' || path === scope || path.startsWith(`${scope}/`);
