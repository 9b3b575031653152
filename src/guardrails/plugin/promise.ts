import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { constructAt, isJudged } from './who-judges';
import { CATALOGUE } from '../catalogue';
import type { Finding } from '../evaluate';
import { NOT_JUDGED, NOT_ON_FARGATE } from '../model/not-judged';
import { levelOfPromise } from '../model/rule-class';

/** The guardrails that a construct keeps by itself. */
const PROMISED: ReadonlySet<string> = new Set(CATALOGUE.filter(({ promised }) => promised).map(({ id }) => id));

/** Containers after the first are those that a user adds to the task definition of the construct. */
const OF_ANOTHER_CONTAINER = /^Properties\.ContainerDefinitions\.[1-9]/;

/** A task definition that was given to the construct: nothing was promised of it. */
const isOwnTaskDefinition = (construct: IConstruct): boolean =>
  CfnResource.isCfnResource(construct) && construct.cfnResourceType === 'AWS::ECS::TaskDefinition' && !isJudged(construct);

/**
 * A finding about a construct that keeps a promise, weighed by it: what it sets by default is missing only if somebody takes it
 * away. One that always runs on Fargate is not excused by running elsewhere.
 */
export function asPromised(finding: Finding, app: IConstruct): Finding {
  if (finding.rule === NOT_ON_FARGATE) return { ...finding, rule: NOT_JUDGED, level: 'error' };
  const { class: ruleClass, rule, at, byDefault } = finding;
  if (ruleClass === undefined || byDefault) return finding;
  const construct = constructAt(app, at.path);
  if (isOwnTaskDefinition(construct)) return finding;
  const isTakenAway = PROMISED.has(rule.id) && isJudged(construct) && !OF_ANOTHER_CONTAINER.test(at.property);
  return { ...finding, level: isTakenAway ? 'error' : levelOfPromise(ruleClass) };
}
