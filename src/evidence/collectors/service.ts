import { beginOf, clusterOf, endOf, taskIdOf } from './cluster-and-task';
import type { Ask, Collector } from './collector';
import type { Evidence } from '../model/evidence';
import { type JsonObject, moment, objects, text } from '../model/json-fields';

/** What the service said shortly before and after belongs to the stop. */
const AROUND = 10 * 60_000;

/** The service of the task, with what it said of itself while the task lived. */
export const service: Collector = {
  name: 'service',
  tells: 'the service with its events and settings',
  brings: ['serviceEvents', 'serviceSettings'],
  calls: ['ecs:DescribeServices'],
  collect: async (evidence, ask) => {
    const described = await describeService(evidence, ask);
    return described === undefined ? {} : { service: { ...described, events: eventsOf(described, evidence) } };
  },
};

/** The service as describe-services lists it. Nothing here reads its tags; they are for whoever else needs the same answer. */
export async function describeService(evidence: Evidence, ask: Ask): Promise<JsonObject | undefined> {
  if (evidence.service === undefined) return undefined;
  const input = { cluster: clusterOf(evidence), services: [evidence.service], include: ['TAGS'] };
  const answer = await ask.answer('ecs:DescribeServices', input);
  return objects(answer?.services)[0];
}

function eventsOf(described: JsonObject, evidence: Evidence): readonly JsonObject[] {
  return objects(described.events).filter(event => isOfItsTime(event, evidence) && isOfItsTask(text(event.message) ?? '', evidence));
}

function isOfItsTime({ createdAt }: JsonObject, evidence: Evidence): boolean {
  const time = Date.parse(moment(createdAt) ?? '');
  return !(time < beginOf(evidence) - AROUND) && !(time > endOf(evidence) + AROUND);
}

/** An event that names tasks is about those, and a neighbor may fail of something else. */
function isOfItsTask(message: string, evidence: Evidence): boolean {
  const named = [...message.matchAll(/\(task ([0-9a-f-]+)\)/g)].map(([, id]) => id);
  const own = taskIdOf(evidence);
  return named.length === 0 || own === undefined || named.includes(own);
}
