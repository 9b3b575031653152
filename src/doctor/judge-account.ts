import type { Condition } from '../account/conditions';
import { shortName } from '../aws/arn';
import type { AccountAnswers } from '../facts/account/account-answers';
import { accountTemplate } from '../facts/account/account-template';
import { Templates } from '../facts/template/templates';
import { CATALOGUE } from '../guardrails/catalogue';
import type { Finding } from '../guardrails/evaluate';
import { findJudged, judgeDeclared } from '../guardrails/judge-declared';

/** A service of an account, how it runs and what is wrong with it. */
export interface ExaminedService extends Condition {
  readonly arn: string;
  /** The names of cluster and service, such as `shop/web`. */
  readonly name: string;
  readonly findings: readonly Finding[];
}

/** Judges every service of an account by guardrails, whoever made it. */
export function judgeAccount(answers: AccountAnswers, conditions: ReadonlyMap<string, Condition>): readonly ExaminedService[] {
  const { source, inAccountTerms: say } = accountTemplate(answers);
  const templates = new Templates([source]);
  const findings = new Map(findJudged(templates).map(judged =>
    [judged.declared.path, judgeDeclared(templates, judged, CATALOGUE)] as const));
  return answers.services.map(({ serviceArn = '', serviceName = '', clusterArn = '' }) => ({
    arn: serviceArn,
    name: `${shortName(clusterArn)}/${serviceName}`,
    findings: (findings.get(serviceArn) ?? []).map(finding => ({
      ...finding,
      seen: say(finding.seen),
      at: { path: say(finding.at.path), property: finding.at.property },
    })),
    ...conditions.get(serviceArn) ?? NOTHING_KNOWN,
  }));
}

const NOTHING_KNOWN: Condition = { running: undefined, desired: undefined, problems: [] };
