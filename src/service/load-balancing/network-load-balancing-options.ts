import type * as acm from 'aws-cdk-lib/aws-certificatemanager';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type * as route53 from 'aws-cdk-lib/aws-route53';

/** Options for a network load balancer. */
export interface NetworkLoadBalancingOptions {
  /**
   * The protocol of the listener: TCP, TLS, UDP, or TCP_UDP. The load balancer terminates TLS.
   *
   * @default Protocol.TCP
   */
  readonly protocol?: elbv2.Protocol;

  /**
   * The port of the listener.
   *
   * @default - 443 with TLS, otherwise `containerPort`
   */
  readonly port?: number;

  /**
   * Whether the load balancer is internet-facing. An internal load balancer is in the subnets of the tasks.
   *
   * @default false
   */
  readonly internetFacing?: boolean;

  /**
   * The certificate of a TLS listener, from the Region of the service.
   *
   * @default - with TLS, a certificate is issued for `domainName`
   */
  readonly certificate?: acm.ICertificate;

  /**
   * The domain name of the service, such as `mqtt.example.com`. It must be in `domainZone`.
   *
   * @default - no DNS record is created
   */
  readonly domainName?: string;

  /**
   * The hosted zone of `domainName`. It must be public if a certificate is issued.
   *
   * @default - no DNS record is created
   */
  readonly domainZone?: route53.IHostedZone;

  /**
   * The clients that can connect.
   *
   * @default - all clients for an internet-facing load balancer, the addresses of the VPC for an internal one
   */
  readonly clients?: ec2.IPeer[];

  /**
   * The HTTP path that returns 200 when a task can serve clients.
   *
   * @default - a task is healthy if it accepts a TCP connection
   */
  readonly healthCheckPath?: string;

  /**
   * The TCP port of the health check. It is required for UDP, because health checks use TCP or HTTP.
   *
   * @default - `containerPort`
   */
  readonly healthCheckPort?: number;

  /**
   * Whether the tasks see the IP address of the client. In both cases, the security group of the tasks allows
   * connections from the load balancer only.
   *
   * @default - true for UDP, where it is required; false for TCP and TLS
   */
  readonly preserveClientIp?: boolean;

  /**
   * Whether `clients` also applies to connections through AWS PrivateLink. The VPC link of an Amazon API Gateway REST
   * API needs `false`, because its requests come through PrivateLink from unpublished addresses.
   *
   * @default true
   */
  readonly enforceSecurityGroupInboundRulesOnPrivateLinkTraffic?: boolean;

  /**
   * Whether the load balancer has deletion protection. The protection begins after the first successful deployment of
   * all services in its stack, its parent stack, and their nested stacks. A first deployment that fails can therefore
   * be rolled back. Before you remove the load balancer, deploy `false`.
   *
   * @default true - unless `removalPolicy` is DESTROY
   */
  readonly deletionProtection?: boolean;
}
