import type { Evidence } from '../../evidence/model/evidence';
import { belongsToService } from '../clues/stop-request';
import type { Action } from '../model/diagnosis';

/** The actions without commands that need a service, for a task that belongs to none. */
export function withoutServiceCommands(actions: readonly Action[], evidence: Evidence): readonly Action[] {
  if (belongsToService(evidence) !== false) return actions;
  return actions.flatMap(action => {
    const commands = action.commands.filter(command => !NEEDS_A_SERVICE.test(command));
    return commands.length === 0 && action.commands.length > 0 ? [] : [{ ...action, commands }];
  });
}

const NEEDS_A_SERVICE = / --service(?:s|-name)? |Name=ServiceName,| --service-namespace ecs /;
