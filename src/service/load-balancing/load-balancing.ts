import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { ListenerRuleOptions } from './listener-rule-options';
import { requireOwnPriority } from './listener-rules';
import type { EntranceOptions, InternalLoadBalancingOptions, PublicHttpsLoadBalancingOptions } from './load-balancing-options';
import type { NetworkLoadBalancingOptions } from './network-load-balancing-options';
import type { SharedLoadBalancer } from './shared-load-balancer';
import { requireConnections } from '../validation/require-connections';
import { requireDomain } from '../validation/require-domain';
import { mayBeEncrypted, requireEncrypted } from '../validation/require-encrypted';
import { requireHealthCheckPath } from '../validation/require-health-check-path';
import { requireRule } from '../validation/require-rule';

/** A rule on the listener of a load balancer that is there already. */
export interface ListenerChoice {
  readonly listener: elbv2.IApplicationListener;
  readonly options: ListenerRuleOptions;
  /** The load balancer, where it was made for sharing. */
  readonly shared?: SharedLoadBalancer;
}

/**
 * How requests reach the tasks of a service.
 *
 * @example
 * new HardenedFargateService(stack, 'Orders', { image, containerPort: 8080, loadBalancing: LoadBalancing.internal() });
 */
export class LoadBalancing {
  /** Nothing listens: the service is a worker. */
  public static none(): LoadBalancing {
    return new LoadBalancing();
  }

  /**
   * An internet-facing load balancer with a current TLS policy; requests to port 80 are redirected to HTTPS.
   *
   * It needs a `certificate`, or `domainName` and `domainZone`, for which one is issued.
   */
  public static publicHttps(options: PublicHttpsLoadBalancingOptions): LoadBalancing {
    requireDomain(options);
    requireHealthCheckPath(options.healthCheckPath);
    return new LoadBalancing({ ...options, facing: 'internet' });
  }

  /** A load balancer in the subnets of the tasks, without an address on the internet. */
  public static internal(options: InternalLoadBalancingOptions = {}): LoadBalancing {
    requireHealthCheckPath(options.healthCheckPath);
    requireEncrypted(options.protocolVersion, options.certificate !== undefined);
    return new LoadBalancing({ ...options, facing: 'vpc' });
  }

  /**
   * A load balancer that several services share, of this stack or of another one: a rule of its listener sends requests for
   * `hosts` and `paths` to the service, which has a target group, alarms, a grace period and rollback of its own.
   *
   * Without `cluster` and `vpc` the service runs in the VPC of the load balancer.
   */
  public static shared(loadBalancer: SharedLoadBalancer, options: ListenerRuleOptions): LoadBalancing {
    return LoadBalancing.behind({ listener: loadBalancer.listener, options, shared: loadBalancer });
  }

  /**
   * A listener that is there already, on a load balancer in the VPC of the service. What the app declares of it is judged by
   * the guardrails; an imported one is taken as it is, and needs a `priority`, because its other rules cannot be seen.
   */
  public static listener(listener: elbv2.IApplicationListener, options: ListenerRuleOptions): LoadBalancing {
    requireOwnPriority(listener, options.priority);
    return LoadBalancing.behind({ listener, options });
  }

  /**
   * A network load balancer for TCP, TLS or UDP: it forwards connections, so there are no hosts, paths or status codes. It has a security
   * group, which alone may connect to the tasks.
   */
  public static network(options: NetworkLoadBalancingOptions = {}): LoadBalancing {
    requireConnections(options);
    return new LoadBalancing(undefined, undefined, options);
  }

  private static behind(choice: ListenerChoice): LoadBalancing {
    requireRule(choice.options);
    requireHealthCheckPath(choice.options.healthCheckPath);
    requireEncrypted(choice.options.protocolVersion, mayBeEncrypted(choice.listener));
    return new LoadBalancing(undefined, choice);
  }

  /** @internal */
  public readonly _entrance?: EntranceOptions;

  /** @internal */
  public readonly _listener?: ListenerChoice;

  /** @internal */
  public readonly _connections?: NetworkLoadBalancingOptions;

  private constructor(entranceOptions?: EntranceOptions, listenerChoice?: ListenerChoice, connections?: NetworkLoadBalancingOptions) {
    this._entrance = entranceOptions;
    this._listener = listenerChoice;
    this._connections = connections;
  }

  /** @internal */
  public get _servesRequests(): boolean {
    return this._entrance !== undefined || this._listener !== undefined || this._connections !== undefined;
  }
}
