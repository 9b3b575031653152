import { isKnown, type Known, UNKNOWN } from '../../model/fact';
import type { AccountResource } from '../model/account-resource';
import { attributesOf, type AttributeAnswer } from '../model/attributes';

/** A load balancer as DescribeLoadBalancers answers it. */
export interface LoadBalancerAnswer {
  readonly LoadBalancerArn?: string;
  readonly LoadBalancerName?: string;
  readonly Type?: string;
  readonly Scheme?: string;
  readonly SecurityGroups?: readonly string[];
  readonly AvailabilityZones?: readonly { readonly SubnetId?: string }[];
}

interface ActionAnswer {
  readonly TargetGroupArn?: string;
  readonly ForwardConfig?: { readonly TargetGroups?: readonly { readonly TargetGroupArn?: string }[] };
}

/** A listener as DescribeListeners answers it. */
export interface ListenerAnswer {
  readonly ListenerArn?: string;
  readonly LoadBalancerArn?: string;
  readonly Port?: number;
  readonly Protocol?: string;
  readonly SslPolicy?: string;
  readonly DefaultActions?: readonly ActionAnswer[];
}

/** A rule of a listener as DescribeRules answers it. */
export interface ListenerRuleAnswer {
  readonly RuleArn?: string;
  readonly Priority?: string;
  readonly IsDefault?: boolean;
  readonly Actions?: readonly ActionAnswer[];
  readonly Conditions?: readonly object[];
}

/** A listener with its rules. */
export interface ListenerAnswers {
  readonly listener: ListenerAnswer;
  readonly rules: Known<readonly ListenerRuleAnswer[]>;
}

/** A load balancer with where its requests go. */
export interface LoadBalancerAnswers {
  readonly loadBalancer: LoadBalancerAnswer;
  readonly attributes: Known<readonly AttributeAnswer[]>;
  readonly listeners: Known<readonly ListenerAnswers[]>;
}

const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';
const RULE = 'AWS::ElasticLoadBalancingV2::ListenerRule';

/** A load balancer, its listeners and their rules. */
export function loadBalancerResources({ loadBalancer, attributes, listeners }: LoadBalancerAnswers): readonly AccountResource[] {
  const { LoadBalancerArn = '', Type, Scheme, SecurityGroups, AvailabilityZones = [] } = loadBalancer;
  return [
    {
      id: LoadBalancerArn,
      type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
      properties: {
        Type,
        Scheme,
        SecurityGroups,
        Subnets: AvailabilityZones.map(({ SubnetId }) => SubnetId),
        LoadBalancerAttributes: attributesOf(attributes),
      },
    },
    ...isKnown(listeners)
      ? listeners.flatMap(({ listener, rules }) => listenerResources(listener, rules))
      : [unreadListener(LoadBalancerArn)],
  ];
}

/** Of a load balancer that could not be read, nobody knows where its requests go. */
export const unreadListener = (loadBalancerArn: string): AccountResource =>
  ({ id: `${loadBalancerArn}/listeners`, type: LISTENER, properties: { LoadBalancerArn: loadBalancerArn, DefaultActions: UNKNOWN } });

function listenerResources(listener: ListenerAnswer, rules: Known<readonly ListenerRuleAnswer[]>): readonly AccountResource[] {
  const { ListenerArn = '', LoadBalancerArn, Port, Protocol, SslPolicy, DefaultActions } = listener;
  const own = { id: ListenerArn, type: LISTENER, properties: { LoadBalancerArn, Port, Protocol, SslPolicy, DefaultActions } };
  if (!isKnown(rules)) return [own, { id: `${ListenerArn}/rules`, type: RULE, properties: { ListenerArn, Actions: UNKNOWN } }];
  return [
    own,
    ...rules.filter(({ IsDefault }) => IsDefault !== true)
      .map(({ RuleArn = '', ...properties }) => ({ id: RuleArn, type: RULE, properties: { ListenerArn, ...declarable(properties) } })),
  ];
}

/** What CloudFormation can say of a rule. */
const declarable = ({ Actions, Conditions, Priority }: ListenerRuleAnswer): object => ({ Actions, Conditions, Priority });

/** What forwards requests to target groups: each listener and rule, with the ARNs of its groups. */
export const forwardersIn = ({ listeners }: LoadBalancerAnswers): readonly (readonly [arn: string, groups: readonly string[]])[] =>
  isKnown(listeners) ? listeners.flatMap(({ listener, rules }) => [
    [listener.ListenerArn ?? '', groupsIn(listener.DefaultActions)] as const,
    ...isKnown(rules) ? rules.filter(({ IsDefault }) => IsDefault !== true)
      .map(({ RuleArn = '', Actions }) => [RuleArn, groupsIn(Actions)] as const) : [],
  ]) : [];

const groupsIn = (actions: readonly ActionAnswer[] = []): readonly string[] => actions.flatMap(({ TargetGroupArn, ForwardConfig }) =>
  [TargetGroupArn, ...(ForwardConfig?.TargetGroups ?? []).map(group => group.TargetGroupArn)].flatMap(arn => arn ?? []));
