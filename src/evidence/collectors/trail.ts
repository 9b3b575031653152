import { beginOf, endOf, taskIdOf } from './cluster-and-task';
import type { Ask, Collector } from './collector';
import { describeService } from './service';
import { describeTaskDefinition } from './task-definition';
import { shortName, withoutSecretKey } from '../../aws/arn';
import { TRAIL_OF_IAM } from '../../aws/trail-of-iam';
import type { Evidence } from '../model/evidence';
import { isObject, type JsonObject, moment, objects, present, text } from '../model/json-fields';
import type { TrailEvent } from '../model/trail-event';

const A_MINUTE = 60_000;
const AN_HOUR = 60 * A_MINUTE;

/** CloudTrail answers two look-ups a second. */
const MOST_PAGES = 3;

/** Who changed the service, its roles, security groups, secrets and endpoints before the stop, and who stopped the task. */
export const trail: Collector = {
  name: 'trail',
  tells: 'who changed what in the hour before the stop, and who stopped the task',
  brings: ['trail'],
  calls: ['cloudtrail:LookupEvents', 'ecs:DescribeServices', 'ecs:DescribeTaskDefinition'],
  collect: async (evidence, ask) => {
    if (Number.isNaN(beginOf(evidence))) return {};
    const subjects = await subjectsOf(evidence, ask);
    const changes = await pagesOf({ AttributeKey: 'ReadOnly', AttributeValue: 'false' }, evidence, ask);
    const ofIam = await pagesOf({ AttributeKey: 'EventSource', AttributeValue: TRAIL_OF_IAM.source }, evidence, ask, TRAIL_OF_IAM.region);
    const events = [...changes, ...ofIam].flatMap(event => eventAbout(event, subjects));
    return { trail: eachOnce(events).sort((one, other) => Date.parse(one.time) - Date.parse(other.time)) };
  },
};

/** The names by which calls that bear on the stop are known. */
async function subjectsOf(evidence: Evidence, ask: Ask): Promise<readonly string[]> {
  const [definition, service] = await Promise.all([
    describeTaskDefinition(evidence.task.taskDefinitionArn, ask), describeService(evidence, ask),
  ]);
  const roles = [definition?.executionRoleArn, definition?.taskRoleArn].flatMap(arn => text(arn) ?? []).map(shortName);
  const secrets = objects(definition?.containerDefinitions).flatMap(({ secrets: list }) => objects(list))
    .flatMap(({ valueFrom }) => text(valueFrom) ?? []).map(withoutSecretKey);
  const network = JSON.stringify([service?.networkConfiguration, evidence.broken?.map(({ seen }) => seen)] );
  const ids = network.match(/\b(?:acl|fs|fsmt|nat|rtb|sg|subnet|vpce)-[0-9a-z]{6,17}\b/g) ?? [];
  return [...new Set([taskIdOf(evidence), evidence.service, ...roles, ...secrets, ...ids])].filter(name => name !== undefined);
}

/** One look-up after the other, because there are two a second. */
async function pagesOf(attribute: JsonObject, evidence: Evidence, ask: Ask, region?: string): Promise<readonly JsonObject[]> {
  const events: JsonObject[] = [];
  let next: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await ask.outcome('cloudtrail:LookupEvents', present({
      LookupAttributes: [attribute],
      StartTime: new Date(beginOf(evidence) - AN_HOUR),
      EndTime: new Date((Number.isNaN(endOf(evidence)) ? beginOf(evidence) : endOf(evidence)) + A_MINUTE),
      MaxResults: 50,
      NextToken: next,
    }), { region });
    if (answer.kind !== 'answer') return events;
    events.push(...objects(answer.answer.Events));
    next = text(answer.answer.NextToken);
    if (next === undefined) return events;
  }
  return events;
}

/** A call by somebody else than a service of AWS, which names what bears on the stop. */
function eventAbout({ EventName, EventTime, Username, CloudTrailEvent }: JsonObject, subjects: readonly string[]): readonly TrailEvent[] {
  const [event, time, whole] = [text(EventName), moment(EventTime), text(CloudTrailEvent) ?? ''];
  const names = subjects.find(subject => isNamed(subject, whole));
  if (event === undefined || time === undefined || names === undefined || /"type":\s?"AWSService"/.test(whole)) return [];
  return [present({ time, event, by: callerIn(whole) ?? text(Username), names })];
}

/** A name is one in quotation marks or the end of an ARN; another name may begin with it. */
const isNamed = (subject: string, whole: string): boolean => whole.includes(`"${subject}"`) || whole.includes(`/${subject}"`);

function callerIn(whole: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(whole);
    return isObject(parsed) && isObject(parsed.userIdentity) ? text(parsed.userIdentity.arn) : undefined;
  } catch {
    return undefined;
  }
}

const eachOnce = (events: readonly TrailEvent[]): TrailEvent[] =>
  [...new Map(events.map(event => [JSON.stringify(event), event])).values()];
