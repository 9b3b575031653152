import { type BaseService, CfnTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import { longestForm, longestNameOf } from './longest-form';
import { ecsArn, eventsOfAccount, resourceOf, SERVICE_AND_DEPLOYMENT } from './watched-events';
import { LONGEST_EVENT_PATTERN } from '../../aws/longest';

/** For the names of fields, and for names of resources that become longer after their service is watched. */
const SPARE = 200;

/** How many characters a service takes in event patterns at most, and how many such a pattern has for services of its cluster. */
export interface PatternSpace {
  readonly stops: { readonly room: number; readonly family: number; readonly group: number };
  readonly troubles: { readonly room: number; readonly service: number };
}

/**
 * Measures by the names that are declared when the service is watched. Resources are not resolved for it: the CDK keeps what a
 * lazy value was when it was resolved first.
 */
export function patternSpaceOf(service: BaseService): PatternSpace {
  const { cluster: { clusterArn, clusterName } } = service;
  const resource = resourceOf(service);
  const name = longestNameOf(resource, resource.serviceName);
  const { stops, troubles } = eventsOfAccount();
  const lengthOf = (value: unknown): number => JSON.stringify(longestForm(value, service)).length;
  const lengthOfMatch = (prefix: string): number => lengthOf({ prefix }) + ','.length;
  return {
    stops: {
      room: LONGEST_EVENT_PATTERN - SPARE - lengthOf(stops) - lengthOf(clusterArn),
      family: lengthOfMatch(ecsArn(service, 'task-definition', `${familyOf(service)}:`)),
      group: lengthOfMatch(`service:${name}`) + lengthOf({ 'anything-but': { prefix: 'service:' } }),
    },
    troubles: {
      room: LONGEST_EVENT_PATTERN - SPARE - lengthOf(troubles),
      service: SERVICE_AND_DEPLOYMENT
        .reduce((sum, kind) => sum + lengthOfMatch(ecsArn(service, kind, `${clusterName}/${name}/`)), 0),
    },
  };
}

const familyOf = ({ taskDefinition: { family, node: { defaultChild: resource } } }: BaseService): string =>
  resource instanceof CfnTaskDefinition ? longestNameOf(resource, resource.family) : family;
