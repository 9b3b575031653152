/** What one choice adds to a template; a test counts it. */
type Row = readonly [choice: string, resources: number, which: string];

const OF_A_FURTHER_SERVICE: readonly Row[] = [
  ['A worker', 14, 'service, task definition, two roles, the policy of the execution role, security group, log group, two rules of the stop '
    + 'analyzer, four alarms and the alarm `Health`'],
  ['The same behind an internal load balancer', 27, 'and load balancer, listener, target group, security group with one rule on each side, '
    + 'bucket of access logs and its policy, deletion protection and its policy, three alarms'],
  ['The same behind a public one', 28, 'and the listener that redirects to HTTPS'],
  ['The same with `domainName`', 30, 'and certificate and DNS record'],
  ['The same behind a shared load balancer', 21, 'worker, and listener rule, target group, one security group rule on each side, three alarms'],
  ['A worker behind an internal network load balancer', 25, 'worker, and load balancer, listener, target group, security group with one rule '
    + 'on each side, deletion protection and its policy, three alarms'],
  ['The same with TLS', 27, 'and bucket of access logs and its policy'],
  ['A worker with a `HardenedQueue`', 22, 'worker, and two queues and their policies, scaling target and its policy, two alarms'],
  ['The same with `minCapacity: 0` and `taskProtection`', 25, 'and alarm and policy that start the first task, and a policy of the task role'],
  ['A task', 7, 'task definition, two roles, the policy of the execution role, security group, log group, a rule of the stop analyzer'],
  ['The same on a schedule', 13, 'and schedule, its role and policy, dead-letter queue and its policy, alarm'],
];

const OF_A_STACK: readonly Row[] = [
  ['The stop analyzer', 18, 'function, role and two policies, log group, event source mapping, two queues and their policies, '
    + 'table of incidents, three rules, four alarms'],
  ['Its topic, without `alarmTopic`', 3, 'topic, policy, key'],
  ['A cluster that the construct creates', 4, 'cluster, its capacity providers, log group of the sessions and its key'],
  ['A VPC that the construct creates', 21, 'VPC, two subnets and two route tables with their associations, six endpoints and their security group, '
    + 'flow log with log group, role and policy; and function, role, and custom resource to remove the rules of the default security group'],
  ['Its public subnets', 10, 'two subnets, route tables, associations and routes, internet gateway and its attachment'],
  ['A shared load balancer, internal', 10, 'load balancer, listener, security group, bucket of access logs and its policy, alarm, '
    + 'deletion protection and its policy, and its function with a role'],
  ['`runBeforeDeployment`', 17, 'two functions with role, policy, and log group; three functions and a state machine of the '
    + 'CDK\'s provider framework, each with role and policy'],
  ['A `ServiceDashboard`', 9, 'dashboard, four saved queries, the function of its widget with role, policy and log group'],
  ['The protection of load balancers', 2, 'the function of `AwsCustomResource` and its role'],
];

/** How much room services take in a stack, as a section of a document. */
export const resourcesAsMarkdown = (): string => `## Resources in the template

A CloudFormation stack has at most 500 resources. An additional service in a stack with an existing cluster adds these:

${tableOf(OF_A_FURTHER_SERVICE)}

A second \`schedule\` adds one. \`Deployment.blueGreen\`, \`canary\`, and \`linear\` add four: target group, listener rule, role, and alarm. \`mountFileSystem\` adds two: a security group rule, and a policy of the task role. Sidecars, init containers, and log routers add none. Each further \`runBeforeDeployment\` adds one.

\`scaling\` adds two, and one for each further target. Each alarm in \`alarms.more\` and \`latencyP99\` adds one. All permissions that you grant to the application add one policy together. Environment, secrets, writable paths, and health checks add none.

The first service of a stack also adds these:

${tableOf(OF_A_STACK)}
`;

const tableOf = (rows: readonly Row[]): string => [
  '| choice | resources | which |',
  '|---|---:|---|',
  ...rows.map(([choice, resources, which]) => `| ${choice} | ${resources} | ${which} |`),
].join('\n');
