import { Stack } from 'aws-cdk-lib';
import type { BaseService } from 'aws-cdk-lib/aws-ecs';
import type { PatternSpace } from './pattern-space';
import { sharesTaskDefinition } from './sharing-task-definition';
import type { WatchedEvents } from './watched-events';
import { groupBy } from '../../group-by';

type Kind = keyof WatchedEvents;

/** Services of one stack and cluster whose stops, or whose troubles, one pattern is about. */
export interface SharedPattern {
  readonly kind: Kind;
  /** Tells the pattern from others of its stack. */
  readonly id: string;
  readonly services: readonly BaseService[];
}

/** How many characters a service needs, of so many that there are. */
interface Size {
  readonly needs: number;
  readonly room: number;
}

/**
 * The patterns that services share.
 *
 * Services that have no room in one pattern are halved by a bit of their addresses, and so on. So a service that comes or goes changes
 * only the pattern that it is in, or has it halved or joined under another id, and moves no other service between patterns that stay.
 * CloudFormation updates rules in any order and deletes them last: each service is matched all the time.
 */
export function sharePatterns(watched: readonly BaseService[], spaceOf: (service: BaseService) => PatternSpace): readonly SharedPattern[] {
  const sharing = new Set(watched.filter(service => sharesTaskDefinition(service, watched)));
  return (['stops', 'troubles'] as const).flatMap(kind => alike(kind, watched, sharing).flatMap(({ id, services }) => {
    const halves = halve(services, service => sizeOf(kind, spaceOf(service), sharing.has(service)));
    return halves.map(({ part, services: those }) => ({ kind, id: `${id}${part}`, services: those }));
  }));
}

function sizeOf(kind: Kind, { stops, troubles }: PatternSpace, sharesDefinition: boolean): Size {
  if (kind === 'troubles') return { room: troubles.room, needs: troubles.service };
  return { room: stops.room, needs: sharesDefinition ? stops.family + stops.group : stops.family };
}

/** Services that one pattern could be about, however many they are: of one cluster, and all of one task definition that they share. */
function alike(kind: Kind, watched: readonly BaseService[], sharing: ReadonlySet<BaseService>): readonly Omit<SharedPattern, 'kind'>[] {
  const idOf = (service: BaseService): string => {
    const { cluster, taskDefinition } = service;
    const common = kind === 'stops' && sharing.has(service) ? [cluster, taskDefinition] : [cluster];
    return common.map(({ node }) => node.addr.slice(-8)).join('');
  };
  const groups = groupBy(watched, service => `${Stack.of(service).node.addr}${idOf(service)}`);
  return [...groups.values()].map(services => ({ id: idOf(services[0]), services }));
}

/** Some of the services that were alike, with the bits that their addresses have in common. */
interface Half {
  readonly part: string;
  readonly services: readonly BaseService[];
}

function halve(services: readonly BaseService[], size: (service: BaseService) => Size, part = ''): readonly Half[] {
  const sizes = services.map(size);
  const needed = sizes.reduce((sum, { needs }) => sum + needs, 0);
  if (services.length === 0) return [];
  if (services.length === 1 || needed <= sizes[0].room) return [{ part, services }];
  return ['0', '1'].flatMap(bit => halve(services.filter(service => bitOf(service, part.length) === bit), size, `${part}${bit}`));
}

/** A bit of the hash in the address of a service, from the end, because all addresses begin alike. */
function bitOf({ node: { addr } }: BaseService, index: number): string {
  const digit = addr.charAt(addr.length - 1 - Math.floor(index / 4));
  return parseInt(digit, 16).toString(2).padStart(4, '0').charAt(index % 4);
}
