import type { Finding } from './evaluate';
import { BY_DEFAULT, DECIDED_BY_AWS, NOT_ON_FARGATE, PARTLY_JUDGED, UNJUDGED } from './model/not-judged';
import type { Place } from '../facts/model/place';
import { ranByStates } from '../facts/readers/state-machine';
import { expansionsIn } from '../facts/template/expansions';
import { placeOf, type Resource } from '../facts/template/resource';
import type { Templates } from '../facts/template/templates';

/** What may run tasks on Fargate and is not judged, each with the reason: nobody should take silence for approval. */
export const findUnjudged = (templates: Templates): readonly Finding[] => [
  ...templates.sources.flatMap(source => expansionsIn(source.body).map(({ property, because }) =>
    unjudged({ path: source.stack, template: source.file, property }, because))),
  ...templates.all().flatMap(resource => {
    const because = reasonFor(templates, resource);
    return because === undefined ? [] : [unjudged(placeOf(resource), because)];
  }),
];

const unjudged = (at: Place, because: string): Finding => ({ rule: UNJUDGED, level: 'warning', at, seen: `not checked: ${because}` });

/** Whether a finding says that something was not judged, rather than what is wrong with it. */
export const isUnjudged = ({ rule }: Finding): boolean => rule === UNJUDGED || rule === NOT_ON_FARGATE;

/** Whether a finding says what was judged, rather than what is wrong. */
export const isAboutJudging = ({ rule }: Finding): boolean => ABOUT_JUDGING.has(rule);

const ABOUT_JUDGING = new Set([BY_DEFAULT, DECIDED_BY_AWS, NOT_ON_FARGATE, PARTLY_JUDGED, UNJUDGED]);

/** Whether a finding only records why rules do not apply. */
export const isRecord = ({ rule }: Finding): boolean => rule === NOT_ON_FARGATE || rule === BY_DEFAULT || rule === DECIDED_BY_AWS;

/** Whether a finding says that something which may run on Fargate was not judged. */
export const mayRunUnjudged = ({ rule }: Finding): boolean => rule === UNJUDGED || rule === PARTLY_JUDGED;

/** Whether a finding says that something was not judged, or not in full, wherever it runs. */
export const wasNotJudged = (finding: Finding): boolean => isUnjudged(finding) || mayRunUnjudged(finding);

function reasonFor(templates: Templates, resource: Resource): string | undefined {
  if (resource.type.endsWith('::MODULE')) return 'the resources of a module are known only at deployment';
  return REASONS[resource.type]?.(resource, templates);
}

function isNotHere({ key }: Resource, { sources }: Templates): string | undefined {
  const isHere = sources.some(({ nestedIn }) => nestedIn && `${nestedIn.stack}/${nestedIn.logicalId}` === key);
  return isHere ? undefined : 'the template of this nested stack was not provided';
}

type Reason = (resource: Resource, templates: Templates) => string | undefined;

const REASONS: { readonly [type: string]: Reason | undefined } = {
  'AWS::StepFunctions::StateMachine': ({ properties }) =>
    ranByStates(properties) === 'unread' ? 'it runs tasks, but its definition is not JSON' : undefined,
  'AWS::CloudFormation::Stack': isNotHere,
  'AWS::Serverless::Application': isNotHere,
};
