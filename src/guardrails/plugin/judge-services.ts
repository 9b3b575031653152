import type { IPolicyValidationContext, PolicyValidationPluginReport } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Finding } from '../evaluate';
import { findJudged, type Judged, judgeDeclared } from '../judge-declared';
import { acknowledgementsFor, hasAcknowledgements, isWithin, unprefixedFor } from './acknowledging/acknowledgements';
import { doubtfulAcknowledgements } from './acknowledging/doubtful-acknowledgements';
import { collectTemplates } from './collect-templates';
import { brokeDown } from './never-fail-open';
import { isSwitchedOff, switchedOff } from './off-switch';
import { nameOverrides } from './overriding/name-overrides';
import { asPromised } from './promise';
import { reportOf } from './report';
import { eachOnce } from '../each-once';
import { AS_PUBLISHED, asStrictAs, type Strictness } from './strictness';
import { unusedAcknowledgements, withoutPrefix } from './unused-acknowledgements';
import { constructAt, keepsPromise, promisingScope } from './who-judges';
import { Templates } from '../../facts/template/templates';
import { findUnjudged } from '../find-unjudged';

/** Whether it is for this judge to judge the services at a construct. */
type Concerns = (construct: IConstruct) => boolean;

/** What the CDK prints and records of the services that concern a judge. */
export const judgeServices = (context: IPolicyValidationContext, concerns: Concerns): PolicyValidationPluginReport =>
  reportOf(
    isSwitchedOff(context.appConstruct) ? switchedOffWhere(context, concerns) : findFaults(context, concerns, () => AS_PUBLISHED),
    context.appConstruct,
  );

interface Declared {
  readonly judged: Judged;
  readonly construct: IConstruct;
}

const declaredIn = (templates: Templates, app: IConstruct): readonly Declared[] =>
  findJudged(templates).map(judged => ({ judged, construct: constructAt(app, judged.declared.path) }));

/** Nobody needs to be told of an app without anything to judge. */
const switchedOffWhere = (context: IPolicyValidationContext, concerns: Concerns): readonly Finding[] =>
  topmost(context.appConstruct, concerns).length > 0 ? [switchedOff(context)] : [];

/**
 * Judges the Fargate services and standalone tasks in the templates that the CDK asks about, with facts from every template of the app.
 *
 * It never throws: the CDK would print the error and let the templates through.
 */
export function findFaults(
  context: IPolicyValidationContext, concerns: Concerns, strictnessAt: (construct: IConstruct) => Strictness,
): readonly Finding[] {
  const app = context.appConstruct;
  const asked = context.stackTemplates.map(({ stackConstructPath }) => stackConstructPath);
  const mine = (construct: IConstruct) => asked.some(stack => isWithin(construct.node.path, stack)) && concerns(construct);
  try {
    const sources = collectTemplates(app);
    const templates = new Templates(sources);
    const declared = declaredIn(templates, app);
    const faultsOf = ({ judged, construct }: Declared, among = templates) => {
      const [strictness, promised] = [strictnessAt(construct), keepsPromise(construct)];
      const found = judgeDeclared(among, judged, strictness.rules);
      return asStrictAs(strictness, promised ? found.map(finding => asPromised(finding, app)) : found, promised);
    };
    const found = declared.filter(({ construct }) => mine(construct))
      .map(each => ({ owner: promisingScope(each.construct), findings: faultsOf(each) }));
    const findings = nameOverrides(found, {
      sources,
      judge: (changed, owners) => {
        const again = new Templates(changed);
        return declaredIn(again, app).filter(({ construct }) => owners.has(promisingScope(construct)))
          .flatMap(each => faultsOf(each, again));
      },
    });
    const unjudged = findUnjudged(templates).map(finding => ({ finding, construct: constructAt(app, finding.at.path) }))
      .filter(({ construct }) => mine(construct)).flatMap(({ finding, construct }) => asStrictAs(strictnessAt(construct), [finding]));
    const acknowledging = acknowledgingFor(app, mine, declared.map(({ construct }) => construct));
    const [made, unprefixed] = [acknowledgementsFor, unprefixedFor].map(read => acknowledging.flatMap(read));
    const strictness = strictnessAt(app);
    const aboutAcknowledgements = [
      ...unusedAcknowledgements(made, { ...strictness, findings }),
      ...withoutPrefix(unprefixed, strictness.known),
      ...doubtfulAcknowledgements(made, findings),
    ];
    return eachOnce([...findings, ...unjudged, ...asStrictAs(strictness, aboutAcknowledgements, true)]);
  } catch (error) {
    return topmost(app, mine).map(({ node }) => brokeDown(node.path, `its templates could not be read: ${String(error)}`));
  }
}

/**
 * The constructs with acknowledgments that only this judge could have a use for: where a service is left to another one, they may
 * well be meant for that.
 */
const acknowledgingFor = (app: IConstruct, mine: Concerns, services: readonly IConstruct[]): readonly IConstruct[] =>
  app.node.findAll().filter(hasAcknowledgements).filter(construct => {
    const below = services.filter(({ node }) => isWithin(node.path, construct.node.path));
    return mine(construct) || (below.length > 0 && below.every(mine));
  });

/** The constructs that concern a judge and are not part of another one that does. */
const topmost = (root: IConstruct, mine: Concerns): readonly IConstruct[] =>
  mine(root) ? [root] : root.node.children.flatMap(child => topmost(child, mine));
