import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { LoadBalancedEntrance } from './load-balanced-entrance';
import type { NetworkEntrance } from './network-entrance';

/** Says why what the packs of cdk-nag find in a load balancer is right, whether it belongs to one service or is shared. */
export function explainEntrance(entrance: LoadBalancedEntrance | undefined): void {
  explain(entrance?.accessLogs, 'AwsSolutions-S1', A_LOG_OF_LOGS);
  explain(entrance?.openTo === 'internet' ? entrance.loadBalancer : undefined, 'AwsSolutions-EC23',
    'The load balancer is declared public: all clients can connect to it, and it uses TLS or redirects to it.');
  explain(entrance?.openTo === 'vpc' ? entrance.loadBalancer : undefined, 'AwsSolutions-EC23',
    'The load balancer admits the addresses of its own VPC; the range is a reference, which the rule cannot read.');
}

/** The same of a network load balancer. */
export function explainNetworkEntrance({ accessLogs, loadBalancer, openTo, securityGroup }: NetworkEntrance): void {
  explain(accessLogs, 'AwsSolutions-S1', A_LOG_OF_LOGS);
  explain(accessLogs === undefined ? loadBalancer : undefined, 'AwsSolutions-ELB2',
    'A network load balancer logs TLS connections only, and this one has none.');
  explain(openTo === 'internet' ? securityGroup : undefined, 'AwsSolutions-EC23',
    'The load balancer is declared internet-facing: all clients can connect to its one port.');
  explain(openTo === 'vpc' ? securityGroup : undefined, 'AwsSolutions-EC23',
    'The load balancer admits the addresses of its own VPC; the range is a reference, which the rule cannot read.');
}

const A_LOG_OF_LOGS = 'This bucket keeps the access logs of a load balancer; a log of its own would need another bucket, and so on.';

/** Says it of one part, where there is one. */
export function explain(part: IConstruct | undefined, id: string, reason: string): void {
  if (part !== undefined) Validations.of(part).acknowledge({ id, reason });
}
