import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { matches } from './event-pattern';

type Resource = { readonly Type: string; readonly Properties?: Record<string, unknown> };

/** What CloudFormation puts behind a name that it generates. */
const RANDOM = 'Ab3Cd5Ef7Gh9';
const PLACE = 'ecs:eu-central-1:111122223333';
const PSEUDO_PARAMETERS: Readonly<Record<string, string>> = { 'AWS::Partition': 'aws', 'AWS::Region': 'eu-central-1', 'AWS::AccountId': '111122223333' };

/** A rule about events of ECS, with the pattern that EventBridge is given. */
export interface DeployedRule {
  readonly id: string;
  readonly pattern: Readonly<Record<string, unknown>>;
}

/** A service as it runs. */
export interface DeployedService {
  readonly id: string;
  readonly cluster: string;
  readonly name: string;
  readonly family: string;
}

/** A stack as it is deployed in a Region of an account: its services, and the rules about events of ECS. */
export function deploy(stack: Stack): { readonly services: readonly DeployedService[]; readonly rules: readonly DeployedRule[] } {
  const { Resources } = Template.fromStack(stack).toJSON() as { readonly Resources: Readonly<Record<string, Resource>> };
  const nameOf = (id: string, property: string): string => String(Resources[id]?.Properties?.[property] ?? `${stack.stackName}-${id}-${RANDOM}`);
  const filledIn = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(filledIn);
    if (typeof value !== 'object' || value === null) return value;
    const [[kind, of] = ['', undefined]] = Object.entries(value);
    if (kind === 'Ref') return PSEUDO_PARAMETERS[String(of)] ?? nameOf(String(of), 'ClusterName');
    if (kind === 'Fn::GetAtt') return `arn:aws:${PLACE}:cluster/${nameOf((of as readonly string[])[0], 'ClusterName')}`;
    if (kind === 'Fn::Join') return (filledIn((of as readonly unknown[])[1]) as readonly string[]).join('');
    if (kind.startsWith('Fn::')) throw new Error(`a rule has ${kind}, which this test does not fill in`);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filledIn(inner)]));
  };
  const ofType = (type: string) => Object.entries(Resources).filter(([, { Type }]) => Type === type);
  return {
    rules: ofType('AWS::Events::Rule').map(([id, { Properties }]) => ({ id, pattern: filledIn(Properties?.EventPattern ?? {}) as DeployedRule['pattern'] }))
      .filter(({ pattern }) => JSON.stringify(pattern.source) === '["aws.ecs"]'),
    services: ofType('AWS::ECS::Service').map(([id, { Properties }]) => ({
      id,
      cluster: String(filledIn(Properties?.Cluster)),
      name: nameOf(id, 'ServiceName'),
      family: nameOf((Properties?.TaskDefinition as { readonly Ref: string }).Ref, 'Family'),
    })),
  };
}

/** The event of a task that stopped. */
export const stopOf = ({ cluster, name, family }: Omit<DeployedService, 'id'>, group = `service:${name}`) => ({
  'source': 'aws.ecs',
  'detail-type': 'ECS Task State Change',
  'detail': { lastStatus: 'STOPPED', clusterArn: `arn:aws:${PLACE}:cluster/${cluster}`, taskDefinitionArn: `arn:aws:${PLACE}:task-definition/${family}:7`, group },
});

/** The event of a task that ECS cannot place. */
export const troubleOf = ({ cluster, name }: Omit<DeployedService, 'id'>) => ({
  'source': 'aws.ecs',
  'detail-type': 'ECS Service Action',
  'resources': [`arn:aws:${PLACE}:service/${cluster}/${name}`],
  'detail': { eventType: 'ERROR', eventName: 'SERVICE_TASK_PLACEMENT_FAILURE' },
});

/** The event of a hook of a deployment, which names the deployment alone. */
export const hookOf = ({ cluster, name }: Omit<DeployedService, 'id'>) => ({
  'source': 'aws.ecs',
  'detail-type': 'ECS Hook State Change',
  'resources': [`arn:aws:${PLACE}:service-deployment/${cluster}/${name}/K2bf7kAe3`],
  'detail': { eventType: 'INFO', eventName: 'HOOK_FAILED' },
});

/** The ids of the rules that match an event. */
export const matching = (rules: readonly DeployedRule[], event: Readonly<Record<string, unknown>>): readonly string[] =>
  rules.filter(({ pattern }) => matches(pattern, event)).map(({ id }) => id);
