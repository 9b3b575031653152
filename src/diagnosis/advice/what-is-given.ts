import { listServiceEvents, tailLogs } from './commands';
import type { Evidence } from '../../evidence/model/evidence';
import type { Action } from '../model/diagnosis';

/** The actions without commands that fetch what the evidence holds; all of them where nothing else would be left to do. */
export function withoutWhatIsGiven(actions: readonly Action[], evidence: Evidence): readonly Action[] {
  const given = [
    ...evidence.logTail.length > 0 ? [tailLogs(evidence)] : [],
    ...evidence.serviceEvents.length > 0 ? [listServiceEvents(evidence)] : [],
  ];
  const missing = ({ commands }: Action) => commands.filter(command => !given.includes(command));
  const left = actions.flatMap(action => {
    const commands = missing(action);
    return commands.length === 0 && action.commands.length > 0 && action.prop === null ? [] : [{ ...action, commands }];
  });
  return left.length > 0 ? left : actions.map(action => asGiven(action, missing(action)));
}

/** Who has given the log is told what to look for in it. */
const asGiven = (action: Action, commands: readonly string[]): Action => ({
  ...action,
  title: commands.length === 0 && action.commands.length > 0 && action.title === READ_LOG ? SEARCH_LOG : action.title,
  commands,
});

const READ_LOG = 'Read the last lines of the container.';
const SEARCH_LOG = 'In the given log, find the first error before the end, and the lines just before it.';
