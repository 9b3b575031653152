import { App, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { plainService } from './plain-service';
import type { WatchedConnections } from '../../src/observability/connection-alarms';
import type { WatchedTargets } from '../../src/observability/request-errors';
import { serviceAlarms, type ServiceAlarmsProps } from '../../src/observability/service-alarms';

/** What may differ from the alarms of a web service that always runs. */
export interface Watched extends Partial<Omit<ServiceAlarmsProps, 'service' | 'targets' | 'connections' | 'topic' | 'queue'>> {
  readonly loadBalanced?: boolean;
  /** Whether other services are behind the same load balancer. */
  readonly shared?: boolean;
  /** Whether deployments move the requests between two target groups. */
  readonly shifted?: boolean;
  readonly told?: boolean;
  /** Whether the load balancer forwards connections. */
  readonly network?: boolean;
  /** The age from which on a message in its queue is too old. */
  readonly maxMessageAge?: Duration;
}

/** The template of a service with its alarms. */
export function synthesize(
  { loadBalanced = true, shared = false, shifted = false, told = true, network = false, maxMessageAge, ...differences }: Watched,
): Template {
  const stack = new Stack(new App({ treeMetadata: false }), 'Web');
  const service = plainService(stack);
  serviceAlarms(stack, {
    service,
    targets: loadBalanced && !network ? targetsOf(stack, service, { shared, shifted }) : undefined,
    connections: network ? connectionsOf(stack, service, shared) : undefined,
    queue: maxMessageAge && { queue: queueIn(stack, 'mails'), deadLetterQueue: queueIn(stack, 'dead-letters'), maxMessageAge },
    topic: told ? new sns.Topic(stack, 'Topic') : undefined,
    startupTime: Duration.minutes(1),
    mayBeEmpty: false,
    isCounted: true,
    failedTasks: () => new cloudwatch.Metric({ namespace: 'HardenedFargate', metricName: 'StoppedTasks', statistic: 'Sum', period: Duration.minutes(1) }),
    ...differences,
  });
  return Template.fromStack(stack);
}

const queueIn = (stack: Stack, name: string) => sqs.Queue.fromQueueArn(stack, name, `arn:aws:sqs:eu-central-1:111122223333:${name}`);

type Service = ReturnType<typeof plainService>;

function targetsOf(stack: Stack, service: Service, { shared, shifted }: Pick<Watched, 'shared' | 'shifted'>): WatchedTargets {
  const { vpc } = service.cluster;
  const loadBalancer = new elbv2.ApplicationLoadBalancer(stack, 'LoadBalancer', { vpc });
  const listener = loadBalancer.addListener('Http', { port: 80 });
  const group = listener.addTargets('Web', { port: 80, targets: [service] });
  const alternate = new elbv2.ApplicationTargetGroup(stack, 'Second', { vpc, port: 80 });
  listener.addTargetGroups('Shift', { targetGroups: [alternate], priority: 1, conditions: [elbv2.ListenerCondition.pathPatterns(['/*'])] });
  return { group, ...shared ? {} : { ownLoadBalancer: group.firstLoadBalancerFullName }, ...shifted ? { alternate } : {} };
}

function connectionsOf(stack: Stack, service: Service, shared: boolean): WatchedConnections {
  const loadBalancer = new elbv2.NetworkLoadBalancer(stack, 'LoadBalancer', { vpc: service.cluster.vpc });
  const group = loadBalancer.addListener('Tcp', { port: 80 }).addTargets('Web', { port: 80, targets: [service] });
  return shared ? { group } : { group, ownLoadBalancer: loadBalancer };
}
