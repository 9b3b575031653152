import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { TaskFacts } from '../../facts/model/task';

/** Whether a task runs Windows; one that does not say runs Linux. */
export function isWindows({ operatingSystem }: TaskFacts): Known<boolean> {
  if (!isKnown(operatingSystem) || operatingSystem?.includes('${')) return UNKNOWN;
  return operatingSystem?.startsWith('WINDOWS') ?? false;
}
