/** What one thing costs, in USD a month of 730 hours. */
export interface Prices {
  readonly interfaceEndpointInOneZone: number;
  readonly loadBalancer: number;
  readonly natGateway: number;
  readonly key: number;
  readonly secret: number;
  readonly alarmMetric: number;
  readonly compositeAlarm: number;
  /** Container Insights publishes these custom metrics for a cluster with one service, more with each further one. */
  readonly insights: number;
}

/**
 * The list prices of us-east-1.
 *
 * @see https://aws.amazon.com/privatelink/pricing/
 * @see https://aws.amazon.com/elasticloadbalancing/pricing/
 * @see https://aws.amazon.com/vpc/pricing/
 * @see https://aws.amazon.com/kms/pricing/
 * @see https://aws.amazon.com/secrets-manager/pricing/
 * @see https://aws.amazon.com/cloudwatch/pricing/
 */
export const PRICES: Prices = {
  interfaceEndpointInOneZone: 7.3,
  loadBalancer: 16.43,
  natGateway: 32.85,
  key: 1,
  secret: 0.4,
  alarmMetric: 0.1,
  compositeAlarm: 0.5,
  insights: 7.2,
};
