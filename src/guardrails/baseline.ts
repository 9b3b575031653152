import type { Finding } from './evaluate';

/** A finding that was there when the baseline was written. */
export interface BaselineEntry {
  readonly rule: string;
  /** The path of the construct, or the file and the logical id where templates are checked without their app. */
  readonly at: string;
  readonly property: string;
}

/** Says where a finding is, in the terms of one kind of baseline. */
export type PlaceName = (finding: Finding) => string;

/** Findings told apart by a baseline, and the entries of the baseline that no finding matches. */
export interface Compared {
  readonly fresh: readonly Finding[];
  readonly known: readonly Finding[];
  readonly stale: readonly BaselineEntry[];
}

/** Compares findings with a baseline: what it records may stay for now, everything else is new. */
export function compareWithBaseline(findings: readonly Finding[], entries: readonly BaselineEntry[], placeName: PlaceName): Compared {
  const recorded = new Set(entries.map(keyOf));
  const isKnown = (finding: Finding) => canBeRecorded(finding) && recorded.has(keyOf(entryOf(finding, placeName)));
  const found = new Set(findings.map(finding => keyOf(entryOf(finding, placeName))));
  return {
    fresh: findings.filter(finding => !isKnown(finding)),
    known: findings.filter(isKnown),
    stale: entries.filter(entry => !found.has(keyOf(entry))),
  };
}

/** The text of a baseline file, in an order that keeps its changes small. */
export function baselineAsText(findings: readonly Finding[], placeName: PlaceName): string {
  const entries = findings.filter(canBeRecorded).map(finding => entryOf(finding, placeName));
  const unique = [...new Map(entries.map(entry => [keyOf(entry), entry])).entries()].sort(([one], [other]) => one < other ? -1 : 1);
  return `${JSON.stringify({ schemaVersion: '1', findings: unique.map(([, entry]) => entry) }, undefined, 2)}\n`;
}

/** Reads the text of a baseline file, and throws where it is none. */
export function parseBaseline(text: string): readonly BaselineEntry[] {
  const content = JSON.parse(text) as { readonly schemaVersion?: unknown; readonly findings?: unknown } | null;
  if (content?.schemaVersion !== '1' || !Array.isArray(content.findings) || !content.findings.every(isEntry)) {
    throw new Error("it must have schemaVersion '1' and a list of findings, each with rule, at and property");
  }
  return content.findings;
}

const isEntry = (entry: unknown): entry is BaselineEntry =>
  typeof entry === 'object' && entry !== null && ['rule', 'at', 'property'].every(name =>
    typeof (entry as { readonly [name: string]: unknown })[name] === 'string');

/** A finding without a class is about the guardrails themselves or a rule that broke down, unless a rule of the user's own made it. */
const canBeRecorded = ({ class: ruleClass, rule }: Finding): boolean => ruleClass !== undefined || rule.id.includes('/');

const entryOf = (finding: Finding, placeName: PlaceName): BaselineEntry =>
  ({ rule: finding.rule.id, at: placeName(finding), property: finding.at.property });

const keyOf = ({ rule, at, property }: BaselineEntry): string => JSON.stringify([at, rule, property]);

/** Such as `circuit-breaker at Shop/Web/Service`. */
export const entryInWords = ({ rule, at }: BaselineEntry): string => `${rule} at ${at}`;
