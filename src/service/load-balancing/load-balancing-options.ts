import type * as acm from 'aws-cdk-lib/aws-certificatemanager';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type * as route53 from 'aws-cdk-lib/aws-route53';

/** Options that all load balancers of one service share. */
export interface LoadBalancingOptions {
  /**
   * The path that returns 200, or the gRPC method that returns `OK`, when a task can serve requests. It should not
   * check databases or other services. If one of these failed, ECS would keep replacing all tasks.
   *
   * @default '/' - for gRPC, the method `/grpc.health.v1.Health/Check`
   */
  readonly healthCheckPath?: string;

  /**
   * The protocol version of the tasks. HTTP/2 and gRPC need a listener with a certificate.
   *
   * A gRPC error has the HTTP status code 200, so it does not trigger the alarms on requests.
   *
   * @default ApplicationProtocolVersion.HTTP1
   */
  readonly protocolVersion?: elbv2.ApplicationProtocolVersion;

  /**
   * Whether the load balancer has deletion protection. The protection begins after the first successful deployment of
   * all services in its stack, its parent stack, and their nested stacks. A first deployment that fails can therefore
   * be rolled back. Before you remove the load balancer, deploy `false`.
   *
   * @default true - unless `removalPolicy` is DESTROY
   */
  readonly deletionProtection?: boolean;
}

/** Options for an internet-facing load balancer with HTTPS. */
export interface PublicHttpsLoadBalancingOptions extends LoadBalancingOptions {
  /**
   * The domain name of the service, such as `shop.example.com`. It must be in `domainZone`.
   *
   * @default - no DNS record is created; `certificate` is required
   */
  readonly domainName?: string;

  /**
   * The public hosted zone of `domainName`, for the DNS record and the validation of the certificate.
   *
   * @default - no DNS record is created; `certificate` is required
   */
  readonly domainZone?: route53.IHostedZone;

  /**
   * The certificate of the HTTPS listener, from the Region of the service.
   *
   * @default - a certificate is issued for `domainName`
   */
  readonly certificate?: acm.ICertificate;

  /**
   * The clients that can connect.
   *
   * @default - all clients
   */
  readonly clients?: ec2.IPeer[];
}

/** Options for an internal load balancer. */
export interface InternalLoadBalancingOptions extends LoadBalancingOptions {
  /**
   * The certificate of the listener.
   *
   * @default - none; the listener uses HTTP on port 80
   */
  readonly certificate?: acm.ICertificate;

  /**
   * The clients that can connect.
   *
   * @default - the addresses of the VPC
   */
  readonly clients?: ec2.IPeer[];
}

/** A load balancer of its own in plain data: `facing` tells an internet-facing one from an internal one. */
export interface EntranceOptions extends PublicHttpsLoadBalancingOptions {
  readonly facing: 'internet' | 'vpc';
}
