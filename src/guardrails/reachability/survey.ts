import { type Destination, nameOf } from './destination';
import { reachFiles } from './files';
import { DNS, mayCallAddress } from './firewall';
import { NEEDS, type Purpose as Need } from './needs';
import { reach } from './over-https';
import { type Blame, fromEach, type Obstacle, openIf, type Reach } from './reach';
import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import { some } from '../../facts/model/known';
import type { NetworkFacts } from '../../facts/model/network';
import type { ServiceFacts } from '../../facts/model/service';
import type { EfsVolumeFacts } from '../../facts/model/volume';
import { memoized } from '../../memoized';
import type { FactPath } from '../model/fact-path';
import type { Verdict, Violation } from '../model/rule';

export type Purpose = Need | 'efs' | 'names';

/** What the survey reads, and with it every rule that asks it. */
export const SURVEYED: readonly FactPath[] = [
  'cluster.execLogging',
  'enableExecuteCommand',
  'network.assignPublicIp',
  'network.securityGroups',
  'network.subnets',
  'network.vpc',
  'task.containers.environmentFiles',
  'task.containers.image',
  'task.containers.logConfiguration',
  'task.containers.repositoryCredentials',
  'task.containers.secrets',
  'task.volumes',
];

/** Something that the tasks of a service have to reach, and whether they do. */
interface Surveyed {
  readonly purpose: Purpose;
  readonly name: string;
  readonly answer: Reach;
}

/** What a rule asks of the survey: which faults are its own. */
interface Question {
  readonly blame: Blame;
  /** All purposes where it is left out. */
  readonly purposes?: readonly Purpose[];
}

/** Whether no fault of a kind keeps the tasks of a service from what they need; what it keeps them from is told in one breath. */
export function unhindered(service: ServiceFacts, { blame, purposes }: Question): Verdict {
  const asked = survey(service).filter(({ purpose }) => purposes?.includes(purpose) ?? true);
  return hindered(asked, blame) ?? (asked.every(({ answer }) => answer === true) || UNKNOWN);
}

/** What a task needs before its first instruction. */
const TO_START: readonly Need[] = ['ecr', 'registry', 'logs', 'secrets', 'env-files'];

const PURPOSES: readonly Need[] = [...TO_START, 'exec'];

/**
 * Whether there is a way for one purpose of a start; where there is none, the fault is told with everything that it
 * keeps the tasks from.
 */
export function hasWay(service: ServiceFacts, purpose: Need): Verdict {
  const verdict = unhindered(service, { blame: 'path', purposes: [purpose] });
  if (typeof verdict !== 'object') return verdict;
  return { ...hindered(survey(service).filter(each => each.purpose !== 'efs'), 'path') ?? verdict, fault: 'no way to start' };
}

/** Whether there is a way for everything that a start needs. */
const hasWayToStart = (service: ServiceFacts): Verdict => unhindered(service, { blame: 'path', purposes: TO_START });

/** Whether there is a way for sessions; a network that lets no task start needs no finding about its sessions. */
export const hasWayForSessions = (service: ServiceFacts): Verdict =>
  typeof hasWayToStart(service) === 'object' ? UNKNOWN : unhindered(service, { blame: 'path', purposes: ['exec'] });

function hindered(surveyed: readonly Surveyed[], blame: Blame): Violation | undefined {
  const obstacles = surveyed.flatMap(({ name, answer }) => obstaclesIn(answer).filter(obstacle => obstacle.blame === blame)
    .map(({ from, because }) => ({ name, reason: `from ${from.join(' and ')} ${because}` })));
  const reasons = [...new Set(obstacles.map(({ reason }) => reason))];
  const seen = reasons.map(reason => {
    const names = new Set(obstacles.filter(obstacle => obstacle.reason === reason).map(({ name }) => `'${name}'`));
    return `tasks cannot reach ${[...names].join(', ')}, because ${reason}`;
  });
  return seen.length === 0 ? undefined : { seen: seen.join('; ') };
}

const obstaclesIn = (answer: Reach): readonly Obstacle[] => typeof answer === 'object' ? answer : [];

/** Every rule about the network asks for it, so that it is made once. */
const survey = memoized((service: ServiceFacts): readonly Surveyed[] =>
  [...overHttps(service), ...files(service), ...nameServers(service)]);

const overHttps = (service: ServiceFacts): readonly Surveyed[] =>
  PURPOSES.flatMap(purpose => different(NEEDS[purpose](service)).map((destination): Surveyed => ({
    purpose,
    name: isKnown(destination) ? nameOf(destination) : '',
    answer: answer(service, destination),
  })));

/** Containers mostly need the same. */
const different = (destinations: readonly Known<Destination>[]): readonly Known<Destination>[] => destinations.length < 2 ? destinations
  : [...new Map(destinations.map((destination): [string, Known<Destination>] => [inWords(destination), destination])).values()];

/** What is unknown differs from what is absent, although JSON knows neither. */
const inWords = (destination: Known<Destination>): string =>
  JSON.stringify(destination, (_, value: unknown) => value === UNKNOWN ? '?' : value);

const answer = ({ network }: ServiceFacts, destination: Known<Destination>): Reach =>
  isKnown(network) && isKnown(destination) ? reach(network, destination) : UNKNOWN;

function files({ network, task }: ServiceFacts): readonly Surveyed[] {
  const onEfs: readonly Known<EfsVolumeFacts>[] = isKnown(task) && isKnown(task.volumes)
    ? task.volumes.flatMap(({ efs }) => efs ?? []) : [UNKNOWN];
  return onEfs.map((efs): Surveyed => ({
    purpose: 'efs',
    name: isKnown(efs) ? String(efs.fileSystemId) : '',
    answer: isKnown(efs) && isKnown(network) ? reachFiles(network, efs) : UNKNOWN,
  }));
}

/** Amazon's name server answers past all security groups; one of the user's own is called like any other host. */
function nameServers({ network }: ServiceFacts): readonly Surveyed[] {
  if (!isKnown(network) || !isKnown(network.vpc) || !isKnown(network.vpc.nameServers)) {
    return [{ purpose: 'names', name: '', answer: UNKNOWN }];
  }
  const addresses = network.vpc.nameServers;
  return addresses.length === 0 ? [] : [{ purpose: 'names', name: addresses.join(', '), answer: asksNames(network, addresses) }];
}

const asksNames = (network: NetworkFacts, addresses: readonly string[]): Reach =>
  fromEach(network.subnets, () =>
    openIf(
      some(addresses.map(address => mayCallAddress(network, address, DNS))),
      'egress',
      'the security groups of the tasks do not allow outbound traffic to this destination on port 53',
    ),
  );
