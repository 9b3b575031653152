import type { IPolicyValidationContext, PolicyValidationPluginReport } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { type Acknowledgement, acknowledgementsFor, isWithin } from './acknowledgements';
import { evaluate, type Finding } from './evaluate';
import { NOT_JUDGED } from './not-judged';
import { isSwitchedOff } from './off-switch';
import { different, reportOf } from './report';
import type { Rule } from './rule';
import { AS_PUBLISHED, asStrictAs, type Strictness } from './strictness';
import { unusedAcknowledgements } from './unused-acknowledgements';
import { constructAt } from './who-judges';
import { readService } from '../facts/read-services';
import { runsOnFargate } from '../facts/readers/capacity';
import { collectTemplates } from '../facts/template/collect-templates';
import { placeOf, type Resource } from '../facts/template/resource';
import { Templates } from '../facts/template/templates';

/** Whether it is for this judge to judge the services at a construct. */
type Concerns = (construct: IConstruct) => boolean;

/** What the CDK prints and records of the services that concern a judge. */
export const judgeServices = (context: IPolicyValidationContext, concerns: Concerns): PolicyValidationPluginReport =>
  reportOf(isSwitchedOff(context.appConstruct) ? [] : findFaults(context, concerns, AS_PUBLISHED));

/**
 * Judges the Fargate services in the templates that the CDK asks about, with facts from every template of the app.
 *
 * It never throws: the CDK would print the error and let the templates through.
 */
export function findFaults(context: IPolicyValidationContext, concerns: Concerns, strictness: Strictness): readonly Finding[] {
  const app = context.appConstruct;
  const asked = context.stackTemplates.map(({ stackConstructPath }) => stackConstructPath);
  const mine = (construct: IConstruct) => asked.some(stack => isWithin(construct.node.path, stack)) && concerns(construct);
  try {
    const templates = new Templates(collectTemplates(app));
    const services = templates.ofType('AWS::ECS::Service').map(resource => ({ resource, construct: constructAt(app, resource.path) }));
    const judged = services.filter(({ construct }) => mine(construct));
    const findings = judged.flatMap(({ resource }) => judgeService(templates, resource, strictness.rules));
    const made = acknowledgementsJudged(app, mine, services.map(({ construct }) => construct));
    return different(asStrictAs(strictness, [...findings, ...unusedAcknowledgements(made, { ...strictness, findings })]));
  } catch (error) {
    return topmost(app, mine).map(({ node }) => brokeDown(node.path, `its templates could not be read: ${String(error)}`));
  }
}

/** Judges one service; one that cannot be read keeps no other one from being judged. */
export function judgeService(templates: Templates, service: Resource, rules: readonly Rule[] = AS_PUBLISHED.rules): readonly Finding[] {
  try {
    return runsOnFargate(templates, service) ? evaluate(readService(templates, service), rules) : [];
  } catch (error) {
    return [{ rule: NOT_JUDGED, at: placeOf(service), seen: `no guardrail could judge '${service.path}': ${String(error)}` }];
  }
}

/** The acknowledgements that only this judge could have a use for: where a service is left to another one, they may well be meant for that. */
function acknowledgementsJudged(app: IConstruct, mine: Concerns, services: readonly IConstruct[]): readonly Acknowledgement[] {
  return app.node.findAll().flatMap(construct => {
    const made = acknowledgementsFor(construct);
    if (made.length === 0 || mine(construct)) return made;
    const below = services.filter(({ node }) => isWithin(node.path, construct.node.path));
    return below.length > 0 && below.every(mine) ? made : [];
  });
}

const brokeDown = (path: string, seen: string): Finding => ({ rule: NOT_JUDGED, at: { path, property: '' }, seen });

/** The constructs that concern a judge and are not part of another one that does. */
const topmost = (root: IConstruct, mine: Concerns): readonly IConstruct[] =>
  mine(root) ? [root] : root.node.children.flatMap(child => topmost(child, mine));
