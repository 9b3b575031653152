import { tellsOfFailure, tellsOfSteadyState } from '../../aws/service-message';
import { CAUSES } from '../../causes/catalogue';
import type { Evidence } from '../../evidence/model/evidence';
import type { Insight } from '../model/insight';

/** That the service is well again, where a newer message says so than the one that tells of the failure. */
export const steadySince: Insight = {
  causes: CAUSES.map(({ id }) => id),
  reads: ['serviceEvents'],
  asksNothing: true,
  isGiven: evidence => recovery(evidence) !== undefined,
  clues: (evidence, _cause, said) => {
    const quote = recovery(evidence);
    if (quote === undefined || !said.some(({ source }) => source === 'service event')) return [];
    return [{ confidence: 'possible', source: 'service event', quote, says: 'a newer message: the service is steady again' }];
  },
  says: () => undefined,
  actions: (_evidence, usual) => usual,
};

/** The messages of a service are given newest first. */
function recovery({ serviceEvents }: Evidence): string | undefined {
  const failed = serviceEvents.findIndex(tellsOfFailure);
  return failed < 1 ? undefined : serviceEvents.slice(0, failed).find(tellsOfSteadyState);
}
