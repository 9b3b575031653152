import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';

/** Which requests of a listener reach a service, and how its tasks are checked. */
export interface ListenerRuleOptions {
  /**
   * The host names that requests are for. `*` stands for any characters, `?` for one.
   *
   * @default - every host; then `paths` has to be set
   */
  readonly hosts?: string[];

  /**
   * The paths that requests are for, such as `/orders/*`, which does not include `/orders` itself. `*` stands for any
   * characters, `?` for one. Hosts and paths are five together at most.
   *
   * @default - every path; then `hosts` has to be set
   */
  readonly paths?: string[];

  /**
   * The priority of the rule, from 1 to 50000; the lowest that matches a request wins.
   *
   * @default - derived from `hosts` and `paths`, the more specific first, and so the same whichever services join; a
   * listener from elsewhere needs one
   */
  readonly priority?: number;

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
}
