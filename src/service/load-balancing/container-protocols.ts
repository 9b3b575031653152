import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';

/** What the application speaks where its clients come through a listener of this protocol. */
export function containerProtocolsOf(protocol: elbv2.Protocol | undefined): readonly ecs.Protocol[] {
  if (protocol === elbv2.Protocol.UDP) return [ecs.Protocol.UDP];
  return protocol === elbv2.Protocol.TCP_UDP ? [ecs.Protocol.TCP, ecs.Protocol.UDP] : [ecs.Protocol.TCP];
}
