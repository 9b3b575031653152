import { isUnreachable, type Reach } from './reach';
import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { NetworkFacts } from '../../facts/model/network';
import { reach } from '../reachability';
import type { Verdict } from '../rule';

interface Answer {
  readonly service: Known<string>;
  readonly answer: Reach;
}

/** Whether tasks reach each of these services; what they do not reach is told in one breath, grouped by the reason. */
export function reachesAll(network: Known<NetworkFacts>, services: readonly Known<string>[]): Verdict {
  if (!isKnown(network)) return services.length === 0 || UNKNOWN;
  const answers = [...new Set(services)].map((service): Answer => ({ service, answer: isKnown(service) ? reach(network, service) : UNKNOWN }));
  const closed = answers.flatMap(({ service, answer }) => (isUnreachable(answer) ? [{ service: String(service), because: answer.because }] : []));
  if (closed.length > 0) return { seen: tell(closed) };
  return answers.every(({ answer }) => answer === true) || UNKNOWN;
}

function tell(closed: readonly { readonly service: string; readonly because: string }[]): string {
  const reasons = [...new Set(closed.map(({ because }) => because))];
  return reasons.map(reason => {
    const services = closed.filter(({ because }) => because === reason).map(({ service }) => `'${service}'`);
    return `tasks cannot reach ${services.join(', ')}, because ${reason}`;
  }).join('; ');
}
