import { Aspects } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Construct } from 'constructs';
import { capacityProvidersOf } from './capacity-providers-of';
import { type ReachingTask, taskNeedsOf } from './task/task-needs-of';
import { SESSIONS_POLICY } from './task/task-roles';
import { provideEndpoints } from '../network/provide-endpoints';
import { refuseCycle } from '../network/refuse-cycle';
import type { VpcEndpoints } from '../network/vpc-endpoints-choice';

/** What the first tasks of a service need, and where they run. */
interface Needed {
  readonly task: ReachingTask;
  readonly vpc: ec2.IVpc;
  readonly subnets: ec2.SubnetSelection;
  readonly vpcEndpoints?: VpcEndpoints;
  readonly throwAway: boolean;
}

/**
 * The first tasks would fail, and the circuit breaker with them, without the permissions of the execution role, the
 * capacity providers of the cluster, the endpoints, or the routes of their subnets, which a NAT gateway holds up for
 * minutes; of these the CDK makes a service wait for none.
 */
export function startWhenReady(scope: Construct, service: ecs.FargateService, { task, ...place }: Needed): void {
  const provide = () => provideEndpoints(scope, { ...place, needs: taskNeedsOf(task) });
  service.node.addDependency(provide(), task.executionRole, ...place.vpc.selectSubnets(place.subnets).subnets);
  const sessions = scope.node.tryFindChild(SESSIONS_POLICY);
  if (sessions) service.node.addDependency(sessions);
  if (ecs.Cluster.isCluster(task.cluster)) service.node.addDependency(capacityProvidersOf(task.cluster));
  // Secrets, sidecars and grants that come later need endpoints too.
  Aspects.of(scope).add({ visit: node => { if (node === scope) service.node.addDependency(provide()); } });
  Aspects.of(scope).add({ visit: node => { if (node === scope) refuseCycle(scope, service.connections); } });
}
