import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Annotations } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import { declareIn, newStack } from './declare';
import { PRICES } from '../../src/aws/prices';
import { LoadBalancing, Scaling } from '../../src/index';
import { monthlyCost } from '../../src/service/monthly-cost';

/** The service of examples/web-service. */
function webServiceIn(stack: Stack): Stack {
  const domainZone = route53.HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z1', zoneName: 'example.com' });
  declareIn(stack, {
    containerPort: 8080,
    loadBalancing: LoadBalancing.publicHttps({ domainName: 'shop.example.com', domainZone }),
    secrets: { DATABASE_URL: ecs.Secret.fromSecretsManager(new secretsmanager.Secret(stack, 'DatabaseUrl')) },
    scaling: Scaling.onUtilization({ maxCapacity: 10 }),
    alarmTopic: new sns.Topic(stack, 'Oncall'),
  });
  return stack;
}

const priced = (prices: unknown) => webServiceIn(newStack(new App({ context: { 'hardened-fargate:prices': prices } })));

test('the example of the README costs what the README says', () => {
  const cost = monthlyCost(webServiceIn(newStack()));
  // 6 endpoints in 2 zones, a load balancer, a key, a secret, 20 metrics of alarms, a composite alarm, Container Insights
  expect(cost).toBeCloseTo(87.6 + 16.43 + 1 + 0.4 + 2 + 0.5 + 7.2, 2);
  expect(readFileSync(join(__dirname, '..', '..', 'README.md'), 'utf8')).toContain(`about ${Math.round(cost)} USD a month in us-east-1`);
});

test('prices can be replaced', () => {
  const stack = webServiceIn(newStack());
  expect(monthlyCost(stack, { ...PRICES, loadBalancer: 116.43 }) - monthlyCost(stack)).toBeCloseTo(100, 2);
});

test('a stack says what it costs to whoever asks, and to nobody else', () => {
  Annotations.fromStack(priced({})).hasInfo('/Shop', 'about 115 USD a month, without Fargate, traffic, requests, and stored logs (docs/COSTS.md)');
  Annotations.fromStack(priced({ loadBalancer: 116.43 })).hasInfo('/Shop', 'about 215 USD a month, without Fargate, traffic, requests, and stored logs (docs/COSTS.md)');
  Annotations.fromStack(webServiceIn(newStack())).hasNoInfo('/Shop', 'about 115 USD a month, without Fargate, traffic, requests, and stored logs (docs/COSTS.md)');
});
