import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';

/** Options for a listener rule, and the health check of its tasks. */
export interface ListenerRuleOptions {
  /**
   * The hostnames of the rule. `*` matches any characters, `?` matches one.
   *
   * @default - all hosts; `paths` is required
   */
  readonly hosts?: string[];

  /**
   * The paths of the rule, such as `/orders/*`, which does not match `/orders`. `*` matches any characters, `?`
   * matches one. A rule can have at most five hosts and paths in total.
   *
   * @default - all paths; `hosts` is required
   */
  readonly paths?: string[];

  /**
   * The priority of the rule, from 1 to 50000. The matching rule with the lowest number applies.
   *
   * @default - derived from `hosts` and `paths`, the more specific first; required for an imported listener
   */
  readonly priority?: number;

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
}
