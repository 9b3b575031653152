import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { FargateService } from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct, type IDependable } from 'constructs';
import { keepAccessLogs } from './access-logs';
import { protect } from './deletion-protection';
import { certificateOf, publishName } from './domain-name';
import { requireIpv4Tasks, requireTwoZones } from './load-balancer-subnets';
import type { EntranceOptions } from './load-balancing-options';
import { usualClients } from './usual-clients';
import { type PublicChoice, providePublicSubnets } from '../placement/hardened-vpc';
import type { Removal } from '../placement/removal';

/** Where a load balancer stands, and what it does with requests. */
export interface EntranceProps {
  readonly entranceOptions: EntranceOptions;
  readonly vpc: ec2.IVpc;
  /** Where a load balancer stands that the internet must not reach: beside the tasks. */
  readonly internalSubnets: ec2.SubnetSelection;
  readonly removal: Removal;
  /** What an error names when an internet-facing load balancer has no subnets. */
  readonly whoIsPublic: PublicChoice;
  /** Makes what answers the requests that no rule matches, below a construct that is there as long as the load balancer. */
  readonly defaultAction: (scope: Construct) => elbv2.ListenerAction;
  /** What a name waits for before it points here, where there is a service yet. */
  readonly service?: FargateService;
}

/**
 * A protected load balancer with one listener.
 *
 * A public and an internal load balancer have ids of their own, and so has what lies below them, such as a target group: the one
 * cannot be changed into the other, and a target group cannot be on two load balancers, which both exist until the tasks have moved.
 */
export class LoadBalancedEntrance extends Construct {
  public readonly loadBalancer: elbv2.ApplicationLoadBalancer;
  public readonly accessLogs: s3.Bucket;
  public readonly listener: elbv2.ApplicationListener;
  private readonly protection?: Construct;

  constructor(scope: Construct, id: string, private readonly props: EntranceProps) {
    super(scope, id);
    const ofThisKind = new Construct(this, props.entranceOptions.facing === 'internet' ? 'Public' : 'Internal');
    this.loadBalancer = this.balanceIn(ofThisKind);
    this.accessLogs = keepAccessLogs(this, 'AccessLogs', this.loadBalancer, props.removal);
    this.listener = this.listen(props.defaultAction(ofThisKind));
    this.protection = protect(this, this.loadBalancer, props.entranceOptions, props.removal);
    this.admit(props.entranceOptions.clients ?? [usualClients(props.entranceOptions.facing, props.vpc)]);
    publishName(this, this.loadBalancer, props.entranceOptions, props.service);
  }

  /** Who may connect when the user names no clients. */
  public get openTo(): EntranceOptions['facing'] | undefined {
    return this.props.entranceOptions.clients === undefined ? this.props.entranceOptions.facing : undefined;
  }

  private balanceIn(scope: Construct): elbv2.ApplicationLoadBalancer {
    const { entranceOptions, vpc, internalSubnets } = this.props;
    const internetFacing = entranceOptions.facing === 'internet';
    const vpcSubnets = internetFacing ? { subnetType: ec2.SubnetType.PUBLIC } : internalSubnets;
    if (internetFacing) providePublicSubnets(vpc, this.props.whoIsPublic);
    requireTwoZones(vpc, vpcSubnets);
    requireIpv4Tasks(vpc, internalSubnets);
    return new elbv2.ApplicationLoadBalancer(scope, 'LoadBalancer', { vpc, internetFacing, vpcSubnets, dropInvalidHeaderFields: true });
  }

  /** Has the protection from deletion begin only when something else beside the services is there. */
  public protectAfter(...others: IDependable[]): void {
    this.protection?.node.addDependency(...others);
  }

  private listen(defaultAction: elbv2.ListenerAction): elbv2.ApplicationListener {
    const certificate = certificateOf(this, this.props.entranceOptions);
    return this.loadBalancer.addListener('Listener', {
      open: false,
      defaultAction,
      ...certificate === undefined
        ? { protocol: elbv2.ApplicationProtocol.HTTP }
        : { protocol: elbv2.ApplicationProtocol.HTTPS, certificates: [certificate], sslPolicy: elbv2.SslPolicy.TLS13_12_RES_PQ },
    });
  }

  private admit(clients: readonly ec2.IPeer[]): void {
    clients.forEach(client => this.listener.connections.allowDefaultPortFrom(client));
    if (this.props.entranceOptions.facing === 'vpc') return;
    const redirect = this.loadBalancer.addRedirect({ open: false });
    clients.forEach(client => redirect.connections.allowDefaultPortFrom(client));
  }
}
