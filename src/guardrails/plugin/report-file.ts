import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { withoutSecrets } from '../as-shown';
import type { Finding } from '../evaluate';
import { pagesOf } from '../findings-in-words';
import { type Acknowledgement, acknowledgementOf } from './acknowledging/acknowledgements';
import type { GuardrailSetting } from './settings/guardrail-setting';
import type { Words } from '../model/rule';

/** What is reported when the report itself cannot be written: whoever reads the old file would take it for the new one. */
export const REPORT_UNWRITTEN: Words = {
  id: 'report-unwritten',
  title: 'The report file of FargateGuardrails should be writable.',
  why: 'A program that reads the report finds none, or an old one.',
  fix: 'Set report to a writable path outside the cloud assembly (cdk.out), where a validation plugin cannot change files.',
  see: [],
  prevents: [],
};

/** What a report tells of a judgement. */
export interface Judgement {
  readonly findings: readonly Finding[];
  /** Those that the baseline records. */
  readonly baselined: readonly Finding[];
  readonly acknowledgements: readonly Acknowledgement[];
  readonly settings: readonly GuardrailSetting[];
}

/** Writes the report outside a directory; it says so when it cannot. */
export function writeReport(file: string, assembly: string, judgement: Judgement): string | undefined {
  try {
    if (isInside(file, assembly)) return `'${file}' is in the cloud assembly`;
    mkdirSync(dirname(resolve(file)), { recursive: true });
    writeFileSync(file, `${JSON.stringify(contentOf(judgement), undefined, 2)}\n`);
    return undefined;
  } catch (error) {
    return `'${file}' could not be written: ${String(error)}`;
  }
}

function contentOf({ findings, baselined, acknowledgements, settings }: Judgement): object {
  const told = findings.map(finding => ({
    ...fieldsOf(finding),
    allowed: acknowledgementOf(finding.rule.id, finding.at.path, acknowledgements),
  }));
  return {
    schemaVersion: '1',
    findings: told.filter(({ allowed }) => !allowed).map(({ allowed, ...fields }) => fields),
    acknowledged: told.flatMap(({ allowed, ...fields }) =>
      allowed ? [{ ...fields, reason: allowed.reason, acknowledgedAt: allowed.at }] : [],
    ),
    baselined: baselined.map(fieldsOf),
    levels: settings.filter(isJudged).map(({ ruleId: rule, level, reason = null }) => ({ rule, level, reason })),
    disabled: settings.filter(setting => !isJudged(setting)).map(({ ruleId: rule, reason }) => ({ rule, reason })),
  };
}

const isJudged = ({ level }: GuardrailSetting): boolean => level !== undefined;

function fieldsOf(finding: Finding) {
  const { rule, level, class: ruleClass, at, seen } = withoutSecrets(finding);
  const { id, title, why, fix, prevents } = rule;
  const { path, logicalId, property } = at;
  const place = { path, logicalId: logicalId ?? null, property };
  return { rule: id, level, class: ruleClass ?? null, ...place, seen, title, why, fix, see: pagesOf(finding), prevents };
}

/** The CDK throws when a file of the cloud assembly changes, as this one would the second time. */
function isInside(file: string, directory: string): boolean {
  const way = relative(resolve(directory), resolve(file));
  return !way.startsWith('..') && resolve(directory, way) === resolve(file);
}
