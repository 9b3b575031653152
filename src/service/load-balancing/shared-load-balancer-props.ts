import type { RemovalPolicy } from 'aws-cdk-lib';
import type * as acm from 'aws-cdk-lib/aws-certificatemanager';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as route53 from 'aws-cdk-lib/aws-route53';
import type * as sns from 'aws-cdk-lib/aws-sns';

/** Where a load balancer stands that several services share, and who reaches it. */
export interface SharedLoadBalancerProps {
  /**
   * The VPC of the load balancer and of its services.
   *
   * @default - a VPC is made, with isolated subnets in two Availability Zones, and public ones for an internet-facing load balancer
   */
  readonly vpc?: ec2.IVpc;

  /**
   * Whether the internet reaches the load balancer: over TLS by a current policy, with requests to port 80 redirected.
   *
   * It needs `certificates`, or `domainNames` and `domainZone`, for which one is issued.
   *
   * @default false - only private addresses reach it
   */
  readonly internetFacing?: boolean;

  /**
   * The subnets of an internal load balancer. An internet-facing one is in the public subnets.
   *
   * @default - the private subnets with egress, or the isolated ones where there are no others
   */
  readonly vpcSubnets?: ec2.SubnetSelection;

  /**
   * The names under which the services are reached, such as `shop.example.com` or `*.example.com`. Each has to lie in `domainZone`.
   *
   * @default - no DNS records are made
   */
  readonly domainNames?: string[];

  /**
   * The hosted zone of `domainNames`, in which the DNS records are made, and the proof of ownership for the certificate of an
   * internet-facing load balancer.
   *
   * @default - no DNS records are made
   */
  readonly domainZone?: route53.IHostedZone;

  /**
   * The certificates of the listener, from the Region of the load balancer. The first is for clients that do not say a name.
   *
   * @default - one is issued for `domainNames` when the load balancer is internet-facing; the listener of an internal one speaks
   * HTTP on port 80
   */
  readonly certificates?: acm.ICertificate[];

  /**
   * Who may connect.
   *
   * @default - everybody when it is internet-facing, otherwise the addresses of the VPC
   */
  readonly clients?: ec2.IPeer[];

  /**
   * The topic that is told when the load balancer answers requests with 5xx by itself, of whichever service, and when that is over.
   *
   * @default - the alarm changes its state, but tells nobody
   */
  readonly alarmTopic?: sns.ITopic;

  /**
   * Whether the load balancer is protected from deletion. The protection begins when the load balancer and every service that is
   * deployed with it have been up once, in its stack, the parent of that, and their nested stacks, so that a first deployment that
   * fails can be rolled back. Before a load balancer is to go, deploy `false`.
   *
   * @default true - unless `removalPolicy` is DESTROY
   */
  readonly deletionProtection?: boolean;

  /**
   * What becomes of the access logs when the load balancer leaves the stack: `RemovalPolicy.RETAIN`, or `RemovalPolicy.DESTROY`
   * for an environment to throw away, whose load balancer is not protected from deletion either.
   *
   * @default RemovalPolicy.RETAIN
   */
  readonly removalPolicy?: RemovalPolicy;
}
