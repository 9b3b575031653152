import type { RemovalPolicy } from 'aws-cdk-lib';
import type * as acm from 'aws-cdk-lib/aws-certificatemanager';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as route53 from 'aws-cdk-lib/aws-route53';
import type * as sns from 'aws-cdk-lib/aws-sns';

/** Props of `SharedLoadBalancer`. */
export interface SharedLoadBalancerProps {
  /**
   * The VPC of the load balancer and of its services.
   *
   * @default - a VPC is created with isolated subnets in two Availability Zones, and public subnets for an
   * internet-facing load balancer
   */
  readonly vpc?: ec2.IVpc;

  /**
   * Whether the load balancer is internet-facing, with a current TLS policy. It redirects requests on port 80 to
   * HTTPS.
   *
   * It needs `certificates`, or `domainNames` and `domainZone` to issue one.
   *
   * @default false
   */
  readonly internetFacing?: boolean;

  /**
   * The subnets of an internal load balancer. An internet-facing one is in the public subnets.
   *
   * @default - the private subnets with egress; the isolated subnets if the VPC has no others
   */
  readonly vpcSubnets?: ec2.SubnetSelection;

  /**
   * The domain names of the services, such as `shop.example.com` or `*.example.com`. Each must be in `domainZone`.
   *
   * @default - no DNS records are created
   */
  readonly domainNames?: string[];

  /**
   * The hosted zone of `domainNames`, for the DNS records and the validation of the certificate of an internet-facing
   * load balancer.
   *
   * @default - no DNS records are created
   */
  readonly domainZone?: route53.IHostedZone;

  /**
   * The certificates of the listener, from the Region of the load balancer. The first is the default certificate.
   *
   * @default - for an internet-facing load balancer, a certificate is issued for `domainNames`; the listener of an
   * internal one uses HTTP on port 80
   */
  readonly certificates?: acm.ICertificate[];

  /**
   * The clients that can connect.
   *
   * @default - all clients for an internet-facing load balancer, the addresses of the VPC for an internal one
   */
  readonly clients?: ec2.IPeer[];

  /**
   * The topic of `alarm`.
   *
   * @default - the alarm has no action
   */
  readonly alarmTopic?: sns.ITopic;

  /**
   * Whether the load balancer has deletion protection. The protection begins after the first successful deployment of
   * all services in its stack, its parent stack, and their nested stacks. A first deployment that fails can therefore
   * be rolled back. Before you remove the load balancer, deploy `false`.
   *
   * @default true - unless `removalPolicy` is DESTROY
   */
  readonly deletionProtection?: boolean;

  /**
   * Whether the access logs are retained when the load balancer is removed from the stack. `RemovalPolicy.DESTROY` is for temporary
   * environments; it also turns off deletion protection.
   *
   * @default RemovalPolicy.RETAIN
   */
  readonly removalPolicy?: RemovalPolicy;
}
