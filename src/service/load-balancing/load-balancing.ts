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
  /** No load balancer: the service is a worker. */
  public static none(): LoadBalancing {
    return new LoadBalancing();
  }

  /**
   * An internet-facing load balancer with a current TLS policy. It redirects requests on port 80 to HTTPS.
   *
   * It needs a `certificate`, or `domainName` and `domainZone` to issue one.
   */
  public static publicHttps(options: PublicHttpsLoadBalancingOptions): LoadBalancing {
    requireDomain(options);
    requireHealthCheckPath(options.healthCheckPath);
    return new LoadBalancing({ ...options, facing: 'internet' });
  }

  /** An internal load balancer in the subnets of the tasks. */
  public static internal(options: InternalLoadBalancingOptions = {}): LoadBalancing {
    requireHealthCheckPath(options.healthCheckPath);
    requireEncrypted(options.protocolVersion, options.certificate !== undefined);
    return new LoadBalancing({ ...options, facing: 'vpc' });
  }

  /**
   * A load balancer that several services share, in this stack or another one. A listener rule forwards requests for
   * `hosts` and `paths` to the service. The service has its own target group, alarms, grace period, and rollback.
   *
   * Without `cluster` and `vpc`, the service runs in the VPC of the load balancer.
   */
  public static shared(loadBalancer: SharedLoadBalancer, options: ListenerRuleOptions): LoadBalancing {
    return LoadBalancing.behind({ listener: loadBalancer.listener, options, shared: loadBalancer });
  }

  /**
   * An existing listener of a load balancer in the VPC of the service. Guardrails check only the parts that the app declares.
   * An imported listener needs a `priority`, because its other rules are not known.
   */
  public static listener(listener: elbv2.IApplicationListener, options: ListenerRuleOptions): LoadBalancing {
    requireOwnPriority(listener, options.priority);
    return LoadBalancing.behind({ listener, options });
  }

  /**
   * A network load balancer for TCP, TLS, or UDP. Only its security group can connect to the tasks.
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
