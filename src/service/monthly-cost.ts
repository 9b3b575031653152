import { Annotations, CfnResource, Stack } from 'aws-cdk-lib';
import { CfnAlarm, CfnCompositeAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnNatGateway, CfnVPCEndpoint } from 'aws-cdk-lib/aws-ec2';
import { CfnCluster } from 'aws-cdk-lib/aws-ecs';
import { CfnLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { CfnKey } from 'aws-cdk-lib/aws-kms';
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct, IConstruct } from 'constructs';
import { PRICES, type Prices } from '../aws/prices';

/** Set to `{}`, or to prices of your own, it has each service print what its stack costs. */
const CONTEXT_KEY = 'hardened-fargate:prices';

/** What everything below a construct costs a month while nothing happens: without Fargate, traffic, requests and stored logs. */
export const monthlyCost = (scope: IConstruct, prices: Prices = PRICES): number => scope.node.findAll()
  .filter(construct => CfnResource.isCfnResource(construct))
  .reduce((sum, resource) => sum + costOf(resource, prices), 0);

/** The list prices, or those that the app states. */
export const pricesFor = (scope: Construct): Prices => ({ ...PRICES, ...ownPrices(scope) });

function ownPrices({ node }: Construct): object | undefined {
  const own: unknown = node.tryGetContext(CONTEXT_KEY);
  return typeof own === 'object' && own !== null ? own : undefined;
}

/** Says what the stack of a service costs, to whoever has asked for it. */
export function sayWhatItCosts(service: Construct): void {
  if (ownPrices(service) === undefined) return;
  const say = () => {
    const stack = Stack.of(service);
    const usd = Math.round(monthlyCost(stack, pricesFor(service)));
    Annotations.of(stack).addInfo(`about ${usd} USD a month, without Fargate, traffic, requests, and stored logs (docs/COSTS.md)`);
    return [];
  };
  // Only then is it known which endpoints the services of the app share.
  service.node.addValidation({ validate: say });
}

function costOf(resource: CfnResource, prices: Prices): number {
  if (resource instanceof CfnVPCEndpoint) return prices.interfaceEndpointInOneZone * zonesOf(resource);
  if (resource instanceof CfnAlarm) return prices.alarmMetric * metricsOf(resource);
  const [, cost] = FIXED.find(([type]) => resource instanceof type) ?? [];
  return cost === undefined ? 0 : prices[cost];
}

const FIXED = [
  [CfnLoadBalancer, 'loadBalancer'],
  [CfnNatGateway, 'natGateway'],
  [CfnKey, 'key'],
  [CfnSecret, 'secret'],
  [CfnCompositeAlarm, 'compositeAlarm'],
  [CfnCluster, 'insights'],
] as const;

const countOf = (resource: CfnResource, value: unknown): number => {
  const items: unknown = Stack.of(resource).resolve(value);
  return Array.isArray(items) ? items.length : 1;
};

/** A gateway endpoint is a route, and free. */
const zonesOf = (endpoint: CfnVPCEndpoint): number =>
  endpoint.vpcEndpointType === 'Interface' ? countOf(endpoint, endpoint.subnetIds) : 0;

/** CloudWatch bills an alarm by the metrics that it reads; the expression itself is free. */
const metricsOf = (alarm: CfnAlarm): number => alarm.metrics === undefined ? 1 : countOf(alarm, alarm.metrics) - 1;
