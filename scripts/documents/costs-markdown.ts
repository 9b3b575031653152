import { resourcesAsMarkdown } from './resources-markdown';
import { PRICES } from '../../src/aws/prices';

const ZONES = 2;

const OWN_NETWORK = 'A task without `cluster`: its own VPC and cluster';

/** What each choice costs, as a document. */
export function costsAsMarkdown(): string {
  const { interfaceEndpointInOneZone: endpoint, loadBalancer, natGateway, key, secret, alarmMetric, compositeAlarm, insights } = PRICES;
  const usd = (amount: number) => amount.toFixed(2);
  const rows: readonly (readonly [choice: string, formula: string, amount: number])[] = [
    ['A VPC that the construct creates: endpoints for ECR (2) and CloudWatch Logs', `3 endpoints × ${ZONES} zones × ${usd(endpoint)}`, 3 * ZONES * endpoint],
    ['ECS Exec, unless `enableExecuteCommand: false`', `2 endpoints × ${ZONES} zones × ${usd(endpoint)} + 1 key`, 2 * ZONES * endpoint + key],
    ['Secrets Manager or Parameter Store', `1 endpoint × ${ZONES} zones × ${usd(endpoint)} + ${usd(secret)} for each secret`, ZONES * endpoint + secret],
    ['A load balancer, for one service or shared', `${usd(loadBalancer)} and its capacity units`, loadBalancer],
    ['Alarms of a worker', `6 metrics × ${usd(alarmMetric)} + ${usd(compositeAlarm)}`, 6 * alarmMetric + compositeAlarm],
    ['Alarms of a web service', `15 metrics × ${usd(alarmMetric)} + ${usd(compositeAlarm)}`, 15 * alarmMetric + compositeAlarm],
    ['Alarms behind a network load balancer', `11 metrics × ${usd(alarmMetric)} + ${usd(compositeAlarm)}`, 11 * alarmMetric + compositeAlarm],
    ['Alarms of a worker with a queue', `8 metrics × ${usd(alarmMetric)} + ${usd(compositeAlarm)}`, 8 * alarmMetric + compositeAlarm],
    ['The same with `minCapacity: 0`, and the alarm that starts the first task', `10 metrics × ${usd(alarmMetric)} + ${usd(compositeAlarm)}`, 10 * alarmMetric + compositeAlarm],
    ['A second target group, with `Deployment.blueGreen`, `canary` and `linear`', `5 metrics × ${usd(alarmMetric)}`, 5 * alarmMetric],
    ['A task on a schedule', `1 metric × ${usd(alarmMetric)}`, alarmMetric],
    [OWN_NETWORK, `3 endpoints × ${ZONES} zones × ${usd(endpoint)} + 1 key + ${usd(insights)} of Container Insights`, 3 * ZONES * endpoint + key + insights],
    ['A task before a deployment, for each 100 deployments of 5 minutes', '2,000 state transitions: 0.05, and 0.01 for functions', 0.06],
    ['Requests of one waiting task to its queue', '3 a minute × 0.40 for each million', 0.05],
    ['A file system, for each GB', '0.30 in the storage class Standard; 0.03 for each GB read, 0.06 for each GB written', 0.3],
    ['The stop analyzer of a stack', `5 metrics × ${usd(alarmMetric)} + 0.30 for its heartbeat`, 5 * alarmMetric + 0.3],
    ['The schedule of its incidents', '43,800 invocations: 0.07 for queue requests, 0.04 for the function, 0.01 for reads of the table', 0.12],
    ['Its table of incidents, for each 100,000 stops', '4 write units for each stop × 0.625 for each million', 0.25],
    ['Its metrics of stops, for a service that stops for one cause in every hour of a month', '4 custom metrics × 0.30, less in fewer hours', 1.2],
    ['A dashboard, `ServiceDashboard` or `StopAnalyzerDashboard`', '3.00 for each; an account has three for free', 3],
    ['Its incidents widget, for each 10,000 views', 'one second of the function each: 0.07, and reads of the table: 0.13', 0.2],
    ['The topic that is created without `alarmTopic`', '1 key', key],
    ['Container Insights, for a cluster with one service', 'about 24 custom metrics × 0.30', insights],
    ['A NAT gateway in your own VPC, instead of the endpoints', `${usd(natGateway)} for each, and 0.045 for each GB`, natGateway],
  ];
  return `# What a service costs

USD a month at the list prices of us-east-1, in ${ZONES} Availability Zones, without Fargate, traffic, requests, and stored logs. Services that share \`cluster\` share the VPC, the endpoints, the key, and Container Insights. Services in one stack share the analyzer.

| choice | formula | USD a month |
|---|---|---:|
${rows.map(([choice, formula, amount]) => `| ${choice} | ${formula} | ${usd(amount)} |`).join('\n')}

Each policy of \`scaling\` adds two alarms, which AWS creates. A third Availability Zone adds half of the cost of the endpoints.

${resourcesAsMarkdown()}
## At synthesis

With the context key \`hardened-fargate:prices\`, synthesis prints the cost of each stack with a service. Its value contains your own prices, for example for another Region or with a discount. An empty object uses the prices below:

\`\`\`json
{ "context": { "hardened-fargate:prices": { "interfaceEndpointInOneZone": 8.76, "loadBalancer": 19.71 } } }
\`\`\`

| price | USD a month |
|---|---:|
${Object.entries(PRICES).map(([name, price]) => `| \`${name}\` | ${usd(price)} |`).join('\n')}
`;
}
