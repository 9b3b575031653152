import type { IPolicyValidationContext, PolicyValidationPluginReport } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { CATALOGUE } from './catalogue';
import { evaluate, type Finding } from './evaluate';
import { NOT_JUDGED } from './not-judged';
import { reportOf } from './report';
import { constructAt } from './who-judges';
import { readService } from '../facts/read-services';
import { runsOnFargate } from '../facts/readers/capacity';
import { collectTemplates } from '../facts/template/collect-templates';
import { placeOf, type Resource } from '../facts/template/resource';
import { Templates } from '../facts/template/templates';

/** Whether it is for this judge to judge the services at a construct. */
type Concerns = (construct: IConstruct) => boolean;

/**
 * Judges the Fargate services in the templates that the CDK asks about, with facts from every template of the app.
 *
 * It never throws: the CDK would print the error and let the templates through.
 */
export function judgeServices(context: IPolicyValidationContext, concerns: Concerns): PolicyValidationPluginReport {
  const asked = context.stackTemplates.map(({ stackConstructPath }) => stackConstructPath);
  const mine = (construct: IConstruct) => asked.some(stack => isWithin(construct.node.path, stack)) && concerns(construct);
  try {
    const templates = new Templates(collectTemplates(context.appConstruct));
    const services = templates.ofType('AWS::ECS::Service').filter(({ path }) => mine(constructAt(context.appConstruct, path)));
    return reportOf(services.flatMap(service => judgeService(templates, service)));
  } catch (error) {
    return reportOf(topmost(context.appConstruct, mine).map(({ node }) => brokeDown(node.path, `its templates could not be read: ${String(error)}`)));
  }
}

/** Judges one service; one that cannot be read keeps no other one from being judged. */
export function judgeService(templates: Templates, service: Resource): readonly Finding[] {
  try {
    return runsOnFargate(templates, service) ? evaluate(readService(templates, service), CATALOGUE) : [];
  } catch (error) {
    return [{ rule: NOT_JUDGED, at: placeOf(service), seen: `no guardrail could judge '${service.path}': ${String(error)}` }];
  }
}

const brokeDown = (path: string, seen: string): Finding => ({ rule: NOT_JUDGED, at: { path, property: '' }, seen });

/** The constructs that concern a judge and are not part of another one that does. */
const topmost = (root: IConstruct, mine: Concerns): readonly IConstruct[] =>
  mine(root) ? [root] : root.node.children.flatMap(child => topmost(child, mine));

const isWithin = (path: string, scope: string): boolean => path === scope || path.startsWith(`${scope}/`);
