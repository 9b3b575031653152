import type { Ask, Collector } from './collector';
import { describeService } from './service';
import { stoppedService } from './stopped-service';
import { describeTaskDefinition } from './task-definition';
import { type AccountPart, PART_READS } from '../../account/account-parts';
import { readAround } from '../../account/read-around';
import { Reading } from '../../account/reading';
import { placeOfArn } from '../../aws/arn';
import type { CauseId } from '../../causes/catalogue';
import { findingsIn } from '../../doctor/judge-account';
import type { AccountPlace } from '../../facts/account/account-place';
import { CATALOGUE } from '../../guardrails/catalogue';
import type { Evidence } from '../model/evidence';
import type { JsonObject } from '../model/json-fields';

/** What guardrails are asked about a stop. */
interface Question {
  readonly name: string;
  readonly tells: string;
  /** What of the account is read; the task definition and the service always are. */
  readonly parts: readonly AccountPart[];
  readonly causes: readonly CauseId[];
}

/** A collector of what the guardrails against some causes find in what the task uses: the same rules that doctor asks. */
export const judged = ({ name, tells, parts, causes }: Question): Collector => ({
  name,
  tells,
  brings: ['guardrails'],
  causes,
  calls: ['ecs:DescribeServices', 'ecs:DescribeTaskDefinition', ...parts.flatMap(part => PART_READS[part])],
  collect: async (evidence, ask) => {
    const place = placeOf(evidence);
    const [definition, described] = await Promise.all([
      describeTaskDefinition(evidence.task.taskDefinitionArn, ask), describeService(evidence, ask),
    ]);
    if (place === undefined || definition === undefined) return {};
    return { findings: await findings({ place, definition, described, evidence, ask }, parts, causes) };
  },
});

interface Stopped {
  readonly place: AccountPlace;
  readonly definition: JsonObject;
  readonly described: JsonObject | undefined;
  readonly evidence: Evidence;
  readonly ask: Ask;
}

/** What is certainly wrong, because only that keeps a task from starting. */
async function findings(
  { place, definition, described, evidence, ask }: Stopped, parts: readonly AccountPart[], causes: readonly CauseId[],
): Promise<readonly JsonObject[]> {
  const service = stoppedService(evidence, described);
  const reading = new Reading({ read: ask.outcome });
  const answers = await readAround(reading, { place, clusters: [], services: [service], taskDefinitions: [definition] }, parts);
  const rules = CATALOGUE.filter(({ prevents }) => prevents.some(cause => causes.includes(cause)));
  return (findingsIn(answers, rules).get(service.serviceArn) ?? [])
    .filter(({ level, class: what }) => level === 'error' || what === 'may fail')
    .map(({ rule, seen, level }) => ({ rule: rule.id, seen, level }));
}

/** The ARNs of a stop say where it was. */
function placeOf({ task: { taskArn, taskDefinitionArn, clusterArn } }: Evidence): AccountPlace | undefined {
  const { partition, region, account } = placeOfArn(taskArn ?? clusterArn ?? taskDefinitionArn) ?? {};
  return partition && region && account ? { partition, region, account } : undefined;
}
