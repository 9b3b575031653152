import { type ExaminedService, judgeAccount } from './judge-account';
import { readCondition } from '../account/conditions';
import { readAccount, type Selection } from '../account/read-account';
import { Reading } from '../account/reading';
import type { Account } from '../evidence/collect/account';
import type { Gap } from '../evidence/model/gap';

/** Services of an account, and what could not be read of them. */
export interface Examination {
  /** Absent where not even a cluster could be read. */
  readonly services: readonly ExaminedService[] | undefined;
  readonly gaps: readonly Gap[];
}

/** Reads services with everything that they use, and judges them. */
export async function examine(account: Account, selection: Selection): Promise<Examination> {
  const reading = new Reading(account);
  const answers = await readAccount(reading, selection);
  if (answers === undefined) return { services: undefined, gaps: reading.gaps };
  const conditions = await Promise.all(answers.services.map(async service =>
    [service.serviceArn ?? '', await readCondition(reading, service)] as const));
  return { services: judgeAccount(answers, new Map(conditions)), gaps: reading.gaps };
}
