import { STOP_FAMILIES } from './stop-families';
import type { CauseId } from '../../causes/catalogue';
import type { Evidence } from '../../evidence/model/evidence';
import type { Signature } from '../model/signature';

/** What stands behind such words of ECS, the more frequent first. */
export function fromStop(evidence: Evidence, signatures: readonly Signature[]): readonly CauseId[] {
  const said = saidOf(evidence);
  const family = STOP_FAMILIES.find(({ words }) => words.test(said))?.name;
  return family === undefined ? [] : signatures
    .flatMap(({ cause, stopFamilies }) => stopFamilies?.[family] === undefined ? [] : [{ cause, place: stopFamilies[family] }])
    .sort((a, b) => a.place - b.place)
    .map(({ cause }) => cause);
}

/** The task's own words; where it has none, the latest of its service. */
function saidOf({ task, change, serviceEvents }: Evidence): string {
  const ofParts = [...task.containers.map(({ reason }) => reason), ...task.attachments.map(({ statusReason }) => statusReason)];
  const said = [task.stoppedReason, ...ofParts, change?.reason].filter(Boolean).join('\n') || (serviceEvents[0] ?? '');
  return said.replace(OF_A_TOOL, ' ');
}

/** How long a tool that deploys was ready to wait says nothing of the task. */
const OF_A_TOOL = /timeout while waiting for state|timeout: \d+\w{1,3}|Waiter \w+ failed|Max attempts exceeded/gi;
