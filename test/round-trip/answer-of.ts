/** What the schemas of the SDK call things: numbers are simple types, lists begin with the kind of a compound one. */
type Schema = number | string | readonly unknown[] | (() => Schema);

const [STRING, NUMBER, BOOLEAN, BLOB, LIST_OF, MAP_OF] = [0, 1, 2, 21, 64, 128];
const [SIMPLE, LIST, MAP, STRUCTURE] = [0, 1, 2, 3];
const DEEPEST = 7;

const ARN = 'arn:aws:ecs:eu-west-1:111122223333';

/** Words that AWS would use, by the name of the field; every other text is made of the name. */
const WORDS: Readonly<Record<string, string>> = {
  Arn: 'arn:aws:iam::111122223333:role/execution',
  ARN: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-Ab12Cd',
  AssumeRolePolicyDocument: '{"Version":"2012-10-17","Statement":[]}',
  clusterArn: `${ARN}:cluster/shop`,
  desiredStatus: 'STOPPED',
  group: 'service:checkout',
  healthStatus: 'UNHEALTHY',
  lastStatus: 'STOPPED',
  policyText: '{"Version":"2012-10-17","Statement":[]}',
  PolicyDocument: '{"Version":"2012-10-17","Statement":[]}',
  privateIPv4Address: '10.0.0.5',
  rolloutState: 'FAILED',
  rolloutStateReason: 'ECS deployment circuit breaker: tasks failed to start.',
  serviceArn: `${ARN}:service/shop/checkout`,
  serviceDeploymentArn: `${ARN}:service-deployment/shop/checkout/abc`,
  State: 'unhealthy',
  ServiceName: 'com.amazonaws.eu-west-1.ecr.dkr',
  stopCode: 'EssentialContainerExited',
  stoppedReason: 'Essential container in task exited',
  taskArn: `${ARN}:task/shop/c50e321c974248dbaf4ae2cfa1662986`,
  taskArns: `${ARN}:task/shop/c50e321c974248dbaf4ae2cfa1662986`,
  taskDefinition: `${ARN}:task-definition/checkout:7`,
  taskDefinitionArn: `${ARN}:task-definition/checkout:7`,
  VpcId: 'vpc-0a1b2c3d',
};

/** An answer that has every field which its schema allows, as the AWS CLI prints it; `words` go before those of every answer. */
export const answerOf = (schema: Schema, words: Readonly<Record<string, string>> = {}): unknown => valueOf(schema, 'value', words, 0);

function valueOf(schema: Schema, name: string, words: Readonly<Record<string, string>>, depth: number): unknown {
  if (typeof schema === 'function') return valueOf(schema(), name, words, depth);
  if (typeof schema === 'number') return simple(schema, name, words);
  if (typeof schema === 'string') return undefined;
  const [kind, namespace, , , first, second] = schema as readonly [number, string, string, unknown, Schema, Schema];
  if (typeof namespace !== 'string') return valueOf(kind as Schema, name, words, depth);
  if (kind === SIMPLE) return valueOf(first, name, words, depth);
  if (kind === LIST) return depth > DEEPEST ? [] : [valueOf(first, name, words, depth + 1)];
  if (kind === MAP) return { key: valueOf(second, name, words, depth + 1) };
  if (kind !== STRUCTURE || depth > DEEPEST) return {};
  const members = second as unknown as readonly Schema[];
  const names = first as unknown as readonly string[];
  return Object.fromEntries(names.map((member, index) => [member, valueOf(members[index], member, words, depth + 1)]));
}

function simple(schema: number, name: string, words: Readonly<Record<string, string>>): unknown {
  if (schema >= MAP_OF) return { key: simple(schema - MAP_OF, name, words) };
  if (schema >= LIST_OF) return [simple(schema - LIST_OF, name, words)];
  if (schema === STRING) return words[name] ?? WORDS[name] ?? `${name}-1`;
  if (schema === NUMBER) return 1;
  if (schema === BOOLEAN) return true;
  if (schema === BLOB) return 'AQID';
  return '2026-11-02T03:04:05+00:00';
}
