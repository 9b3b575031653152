import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { LoadBalancedEntrance } from './load-balanced-entrance';
import type { NetworkEntrance } from './network-entrance';

/** Says why what the packs of cdk-nag find in a load balancer is right, whether it belongs to one service or is shared. */
export function explainEntrance(entrance: LoadBalancedEntrance | undefined): void {
  explain(entrance?.accessLogs, 'AwsSolutions-S1', A_LOG_OF_LOGS);
  explain(entrance?.openTo === 'internet' ? entrance.loadBalancer : undefined, 'AwsSolutions-EC23',
    'The app declares the load balancer as public, and it uses TLS or redirects to HTTPS.');
  explain(entrance?.openTo === 'vpc' ? entrance.loadBalancer : undefined, 'AwsSolutions-EC23',
    'The load balancer allows only the addresses of its VPC; the range is a reference, which the rule cannot read.');
}

/** The same of a network load balancer. */
export function explainNetworkEntrance({ accessLogs, loadBalancer, openTo, securityGroup }: NetworkEntrance): void {
  explain(accessLogs, 'AwsSolutions-S1', A_LOG_OF_LOGS);
  explain(accessLogs === undefined ? loadBalancer : undefined, 'AwsSolutions-ELB2',
    'A network load balancer logs only TLS connections, and this one has no TLS listener.');
  explain(openTo === 'internet' ? securityGroup : undefined, 'AwsSolutions-EC23',
    'The app declares the load balancer as internet-facing, and it has only one port.');
  explain(openTo === 'vpc' ? securityGroup : undefined, 'AwsSolutions-EC23',
    'The load balancer allows only the addresses of its VPC; the range is a reference, which the rule cannot read.');
}

const A_LOG_OF_LOGS = 'This bucket contains access logs; a log of this bucket would need another bucket.';

/** Says it of one part, where there is one. */
export function explain(part: IConstruct | undefined, id: string, reason: string): void {
  if (part !== undefined) Validations.of(part).acknowledge({ id, reason });
}
