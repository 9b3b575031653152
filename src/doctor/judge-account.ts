import type { Condition } from '../account/conditions';
import { shortName } from '../aws/arn';
import type { AccountAnswers } from '../facts/account/account-answers';
import { accountTemplate } from '../facts/account/account-template';
import { tableOf } from '../facts/account/resources/route-table';
import { isKnown } from '../facts/model/fact';
import { Templates } from '../facts/template/templates';
import { CATALOGUE } from '../guardrails/catalogue';
import type { Finding } from '../guardrails/evaluate';
import { findJudged, judgeDeclared } from '../guardrails/judge-declared';
import type { Rule } from '../guardrails/model/rule';

/** A service of an account, how it runs and what is wrong with it. */
export interface ExaminedService extends Condition {
  readonly arn: string;
  /** The names of cluster and service, such as `shop/web`. */
  readonly name: string;
  readonly findings: readonly Finding[];
}

/** Judges every service of an account by guardrails, whoever made it. */
export function judgeAccount(answers: AccountAnswers, conditions: ReadonlyMap<string, Condition>): readonly ExaminedService[] {
  const findings = findingsIn(answers);
  return answers.services.map(({ serviceArn = '', serviceName = '', clusterArn = '' }) => ({
    arn: serviceArn,
    name: `${shortName(clusterArn)}/${serviceName}`,
    findings: findings.get(serviceArn) ?? [],
    ...conditions.get(serviceArn) ?? NOTHING_KNOWN,
  }));
}

/** What these rules find in each service, by the ARN of the service, in the terms of the account. */
export function findingsIn(answers: AccountAnswers, rules: readonly Rule[] = CATALOGUE): ReadonlyMap<string, readonly Finding[]> {
  const { source, inAccountTerms: say } = accountTemplate(answers);
  const templates = new Templates([source]);
  return new Map(findJudged(templates).map(judged => [
    judged.declared.path,
    judgeDeclared(templates, judged, rules).map(finding => ({
      ...finding,
      seen: withRouteTables(say(finding.seen), answers),
      at: { path: say(finding.at.path), property: finding.at.property },
    })),
  ]));
}

/** A subnet without a route or a gateway endpoint is fixed in its route table. */
function withRouteTables(seen: string, { vpcs }: AccountAnswers): string {
  return seen.replace(/\b(subnet-[0-9a-z]+)(?= (?:and from |and |there is neither|the gateway endpoint))/g, (subnet: string) => {
    const table = vpcs.flatMap(({ routeTables, subnets }) => isKnown(routeTables) && subnets.some(({ SubnetId }) => SubnetId === subnet)
      ? tableOf(subnet, routeTables) ?? [] : [])[0];
    return table === undefined ? subnet : `${subnet} (route table ${table})`;
  });
}

const NOTHING_KNOWN: Condition = { running: undefined, desired: undefined, problems: [] };
