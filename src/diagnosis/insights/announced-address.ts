import type { Evidence } from '../../evidence/model/evidence';
import { memoized } from '../../memoized';
import { type AnnouncedAddress, announcedAddresses } from '../clues/announced-address';
import { isElbFailure } from '../clues/elb-failure';
import { healthCheckOf } from '../clues/health-check';
import { servedPorts } from '../clues/served-ports';
import type { Insight } from '../model/insight';

/** What the address that the server announces says of a task that its load balancer found unhealthy. */
export const announcedAddress: Insight = {
  causes: ['health/elb-wrong-port'],
  reads: ['stop', 'log', 'serviceEvents', 'targetHealth', 'serviceSettings', 'taskDefinition'],
  isGiven: evidence => isAboutTheLoadBalancer(evidence) && faultOf(evidence) !== undefined,
  clues: evidence => {
    const { address, says } = faultOf(evidence) ?? {};
    return address && says ? [{ confidence: address.isBound ? 'likely' : 'possible', source: 'log', quote: address.line, says }] : [];
  },
  says: evidence => faultOf(evidence)?.summary,
  actions: (_evidence, usual) => usual,
};

const isAboutTheLoadBalancer = (evidence: Evidence): boolean =>
  isElbFailure(evidence)
  || evidence.serviceEvents.some(message => /unhealthy in .{0,3}target-group/i.test(message))
  || evidence.targetGroup?.targets.some(({ state }) => state === 'unhealthy') === true;

interface Fault {
  readonly address: AnnouncedAddress;
  readonly says: string;
  readonly summary: string;
}

const faultOf = memoized((evidence: Evidence): Fault | undefined => {
  const addresses = announcedAddresses(evidence);
  return addresses.length === 0 ? undefined : onLoopback(addresses) ?? onAnotherPort(addresses, portsOf(evidence));
});

/** Several servers list one address for each interface; one that others reach is enough. */
function onLoopback(addresses: readonly AnnouncedAddress[]): Fault | undefined {
  const bound = addresses.find(({ isBound }) => isBound);
  if (bound === undefined || addresses.some(({ isLoopback }) => !isLoopback)) return undefined;
  return {
    address: bound,
    says: 'the server listens on the loopback address, which only the same task can reach',
    summary: 'The application listens on the loopback address, so the load balancer cannot reach it. '
      + 'Configure it to listen on 0.0.0.0.',
  };
}

function onAnotherPort(addresses: readonly AnnouncedAddress[], ports: readonly number[]): Fault | undefined {
  const [address] = addresses;
  if (ports.length === 0 || addresses.some(({ port }) => ports.includes(port))) return undefined;
  return {
    address: { ...address, isBound: true },
    says: `the health check goes to port ${ports.join(' or ')}`,
    summary: `The application listens on port ${address.port}, and the health check goes to port ${ports.join(' or ')}. `
      + 'Use the same port for the application, the container port, and the target group.',
  };
}

/** The port that the load balancer checks, as settings or events name it, else the ports that are mapped. */
function portsOf(evidence: Evidence): readonly number[] {
  const checked = healthCheckOf(evidence).port ?? portInEvents(evidence);
  return checked !== undefined ? [checked] : servedPorts(evidence);
}

function portInEvents({ serviceEvents }: Evidence): number | undefined {
  const named = serviceEvents.map(message => /\(port (\d{1,5})\) is unhealthy/.exec(message)?.[1]).find(port => port !== undefined);
  return named === undefined ? undefined : Number(named);
}
