import { requiresFargate, taskDefinitionOf } from './task-definition';
import { asItems } from '../template/items';
import { asString, at, type Resolved } from '../template/resolved';
import type { Resource } from '../template/resource';
import type { Templates } from '../template/templates';

const FARGATE = new Set(['FARGATE', 'FARGATE_SPOT']);

/** Whether the tasks of a service run on Fargate for certain: only then do Fargate's rules apply to it. */
export function runsOnFargate(templates: Templates, service: Resource): boolean {
  const { LaunchType: launchType, CapacityProviderStrategy: strategy } = service.properties;
  if (typeof launchType === 'string') return launchType === 'FARGATE';
  if (strategy !== undefined) return usesFargate(strategy);
  return clusterDefaultsToFargate(templates, service.properties.Cluster) || requiresFargate(taskDefinitionOf(templates, service));
}

const usesFargate = (strategy: Resolved): boolean =>
  asItems(strategy).some(item => FARGATE.has(String(asString(at(item, 'CapacityProvider')))));

/** A service without launch type and strategy takes the default strategy of its cluster. */
function clusterDefaultsToFargate(templates: Templates, reference: Resolved): boolean {
  const cluster = templates.referred(reference);
  if (cluster === undefined) return false;
  const associations = templates.ofType('AWS::ECS::ClusterCapacityProviderAssociations')
    .filter(association => templates.referred(association.properties.Cluster) === cluster);
  return [cluster, ...associations].some(({ properties }) => usesFargate(properties.DefaultCapacityProviderStrategy));
}
