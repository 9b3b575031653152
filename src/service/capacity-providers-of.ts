import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Dependable, type IDependable } from 'constructs';

/**
 * What gives a cluster its capacity providers: an Aspect declares it when all services are there.
 *
 * A service that is declared below its cluster can wait for this, and not for the cluster as a whole.
 */
export function capacityProvidersOf(cluster: ecs.ICluster): IDependable {
  const providers: IDependable = {};
  Dependable.implement(providers, {
    get dependencyRoots() {
      return cluster.node.children.filter(child => child instanceof ecs.CfnClusterCapacityProviderAssociations);
    },
  });
  return providers;
}
