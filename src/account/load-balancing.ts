import type { Reading } from './reading';
import type { AttributeAnswer } from '../facts/account/model/attributes';
import type { ListenerAnswer, ListenerAnswers, LoadBalancerAnswer, LoadBalancerAnswers } from '../facts/account/resources/load-balancer';
import type { TargetGroupAnswer, TargetGroupAnswers } from '../facts/account/resources/target-group';
import { isKnown, type Known, UNKNOWN } from '../facts/model/fact';

/** Elastic Load Balancing takes no more names at once. */
const AT_ONCE = 20;

/** Target groups by their ARNs. */
export async function readTargetGroups(reading: Reading, arns: readonly string[]): Promise<readonly TargetGroupAnswers[]> {
  const groups = await reading.each<TargetGroupAnswer>(
    'elasticloadbalancing:DescribeTargetGroups', arns, AT_ONCE, TargetGroupArns => ({ TargetGroupArns }), 'TargetGroups',
  );
  return Promise.all(groups.map(async targetGroup => ({
    targetGroup,
    attributes: await reading.all<AttributeAnswer>(
      'elasticloadbalancing:DescribeTargetGroupAttributes', { TargetGroupArn: targetGroup.TargetGroupArn }, 'Attributes',
    ),
  })));
}

/** The load balancers that send requests to target groups. */
export async function readLoadBalancers(reading: Reading, groups: readonly TargetGroupAnswers[]): Promise<readonly LoadBalancerAnswers[]> {
  const arns = groups.flatMap(({ targetGroup: { LoadBalancerArns = [] } }) => LoadBalancerArns);
  const loadBalancers = await reading.each<LoadBalancerAnswer>(
    'elasticloadbalancing:DescribeLoadBalancers', arns, AT_ONCE, LoadBalancerArns => ({ LoadBalancerArns }), 'LoadBalancers',
  );
  return Promise.all(loadBalancers.map(async loadBalancer => {
    const { LoadBalancerArn } = loadBalancer;
    const [attributes, listeners] = await Promise.all([
      reading.all<AttributeAnswer>('elasticloadbalancing:DescribeLoadBalancerAttributes', { LoadBalancerArn }, 'Attributes'),
      readListeners(reading, LoadBalancerArn),
    ]);
    return { loadBalancer, attributes, listeners };
  }));
}

async function readListeners(reading: Reading, LoadBalancerArn: string | undefined): Promise<LoadBalancerAnswers['listeners']> {
  const listeners: Known<readonly ListenerAnswer[]> =
    await reading.all('elasticloadbalancing:DescribeListeners', { LoadBalancerArn }, 'Listeners');
  if (!isKnown(listeners)) return UNKNOWN;
  return Promise.all(listeners.map(async (listener): Promise<ListenerAnswers> => ({
    listener,
    rules: await reading.all('elasticloadbalancing:DescribeRules', { ListenerArn: listener.ListenerArn }, 'Rules'),
  })));
}
