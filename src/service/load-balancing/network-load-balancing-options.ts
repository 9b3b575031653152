import type * as acm from 'aws-cdk-lib/aws-certificatemanager';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type * as route53 from 'aws-cdk-lib/aws-route53';

/** A load balancer that forwards connections, and not requests. */
export interface NetworkLoadBalancingOptions {
  /**
   * What clients speak: TCP, TLS, UDP or TCP_UDP. TLS ends at the load balancer.
   *
   * @default Protocol.TCP
   */
  readonly protocol?: elbv2.Protocol;

  /**
   * The port that clients connect to.
   *
   * @default - 443 with TLS, otherwise `containerPort`
   */
  readonly port?: number;

  /**
   * Whether the internet reaches the load balancer. An internal one stands in the subnets of the tasks.
   *
   * @default false
   */
  readonly internetFacing?: boolean;

  /**
   * The certificate of a TLS listener, from the Region of the service.
   *
   * @default - with TLS one is issued for `domainName`
   */
  readonly certificate?: acm.ICertificate;

  /**
   * The name under which the service is reached, such as `mqtt.example.com`. It has to lie in `domainZone`.
   *
   * @default - no DNS record is made
   */
  readonly domainName?: string;

  /**
   * The hosted zone of `domainName`: a public one where a certificate is issued.
   *
   * @default - no DNS record is made
   */
  readonly domainZone?: route53.IHostedZone;

  /**
   * Who may connect.
   *
   * @default - everybody to an internet-facing load balancer, the addresses of the VPC to an internal one
   */
  readonly clients?: ec2.IPeer[];

  /**
   * The path that answers 200 when a task can serve clients.
   *
   * @default - a task is healthy when it takes a TCP connection
   */
  readonly healthCheckPath?: string;

  /**
   * The TCP port that health is checked on. UDP needs one, because an answer over UDP proves nothing.
   *
   * @default - `containerPort`
   */
  readonly healthCheckPort?: number;

  /**
   * Whether the tasks see the address of the client. The security group of the tasks admits the load balancer alone either way.
   *
   * @default - they do with UDP, where Elastic Load Balancing always keeps it, and see the load balancer with TCP and TLS
   */
  readonly preserveClientIp?: boolean;

  /**
   * Whether `clients` holds for connections through AWS PrivateLink, too. The VPC link of a REST API in Amazon API Gateway needs `false`:
   * its requests come through PrivateLink, from addresses that nobody knows.
   *
   * @default true
   */
  readonly enforceSecurityGroupInboundRulesOnPrivateLinkTraffic?: boolean;

  /**
   * Whether the load balancer is protected from deletion. The protection begins when every service that is deployed with it has
   * been up once, in its stack, the parent of that, and their nested stacks, so that a first deployment that fails can be rolled
   * back. Before a load balancer is to go, deploy `false`.
   *
   * @default true - unless `removalPolicy` is DESTROY
   */
  readonly deletionProtection?: boolean;
}
