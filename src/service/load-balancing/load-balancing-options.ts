import type * as acm from 'aws-cdk-lib/aws-certificatemanager';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type * as route53 from 'aws-cdk-lib/aws-route53';

/** What the load balancer of one service needs to know. */
export interface LoadBalancingOptions {
  /**
   * The path that answers 200, or the method of gRPC that answers `OK`, when a task can serve requests. It should not ask
   * databases or other services: when one of them fails, every task would be replaced, again and again.
   *
   * @default '/' - of gRPC the method `/grpc.health.v1.Health/Check`
   */
  readonly healthCheckPath?: string;

  /**
   * What the tasks speak. HTTP/2 and gRPC need a listener with a certificate.
   *
   * gRPC answers with status 200 whatever goes wrong, so its errors do not set off the alarms on requests.
   *
   * @default ApplicationProtocolVersion.HTTP1
   */
  readonly protocolVersion?: elbv2.ApplicationProtocolVersion;

  /**
   * Whether the load balancer is protected from deletion. The protection begins when every service that is deployed with it has
   * been up once, in its stack, the parent of that, and their nested stacks, so that a first deployment that fails can be rolled
   * back. Before a load balancer is to go, deploy `false`.
   *
   * @default true - unless `removalPolicy` is DESTROY
   */
  readonly deletionProtection?: boolean;
}

/** A load balancer that the internet reaches, over TLS only. */
export interface PublicHttpsLoadBalancingOptions extends LoadBalancingOptions {
  /**
   * The name under which the service is reached, such as `shop.example.com`. It has to lie in `domainZone`.
   *
   * @default - no DNS record is made; the certificate has to be given
   */
  readonly domainName?: string;

  /**
   * The public hosted zone of `domainName`, in which the DNS record and the proof of ownership for the certificate are made.
   *
   * @default - no DNS record is made; the certificate has to be given
   */
  readonly domainZone?: route53.IHostedZone;

  /**
   * The certificate of the HTTPS listener, from the Region of the service.
   *
   * @default - one is issued for `domainName`
   */
  readonly certificate?: acm.ICertificate;

  /**
   * Who may connect.
   *
   * @default - everybody
   */
  readonly clients?: ec2.IPeer[];
}

/** A load balancer that only private addresses reach. */
export interface InternalLoadBalancingOptions extends LoadBalancingOptions {
  /**
   * The certificate of the listener.
   *
   * @default - the listener speaks HTTP on port 80
   */
  readonly certificate?: acm.ICertificate;

  /**
   * Who may connect.
   *
   * @default - the addresses of the VPC
   */
  readonly clients?: ec2.IPeer[];
}

/** A load balancer of its own in plain data: `facing` tells an internet-facing one from an internal one. */
export interface EntranceOptions extends PublicHttpsLoadBalancingOptions {
  readonly facing: 'internet' | 'vpc';
}
