import type { Destination } from './destination';
import { reach } from './over-https';
import { endpointOfAction } from '../../aws/endpoint-of-actions';
import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { NetworkFacts } from '../../facts/model/network';
import type { RoleFacts, StatementFacts } from '../../facts/model/role';
import type { Verdict } from '../model/rule';

/** Whether tasks reach every AWS service of which their role allows an action by name. */
export function reachesGranted(network: NetworkFacts, { id, statements }: RoleFacts): Verdict {
  if (!isKnown(statements)) return UNKNOWN;
  const answers = servicesIn(statements).map(service => ({ service, answer: reach(network, anywhere(service)) }));
  const closed = answers.flatMap(({ service, answer }) => typeof answer !== 'object' ? [] : answer
    .filter(({ blame }) => blame === 'path').map(({ because, from }) => ({ service, reason: `from ${from.join(' and ')} ${because}` })));
  const reasons = [...new Set(closed.map(({ reason }) => reason))];
  if (reasons.length > 0) {
    const servicesFor = (reason: string): string => closed.filter(each => each.reason === reason).map(({ service }) => service).join(', ');
    const seen = reasons.map(reason => `${servicesFor(reason)}, because ${reason}`);
    return { seen: `the task role '${id}' allows actions of services that tasks cannot reach: ${seen.join('; ')}` };
  }
  return answers.every(({ answer }) => answer === true) || UNKNOWN;
}

/** Whatever an application asks, and in whatever Region: without any way the answer is the same. */
const anywhere = (service: string): Destination => ({ service, region: UNKNOWN, ipv4Only: false, requests: [] });

const servicesIn = (statements: readonly StatementFacts[]): readonly string[] => {
  const actions: readonly Known<string>[] = statements.filter(({ effect }) => effect === 'Allow')
    .flatMap(({ actions: named }) => isKnown(named) ? named : []);
  return [...new Set(actions.flatMap(action => isKnown(action) ? endpointOfAction(action) ?? [] : []))].sort();
};
