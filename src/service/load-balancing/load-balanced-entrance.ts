import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as targets from 'aws-cdk-lib/aws-route53-targets';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct, type IDependable } from 'constructs';
import { keepAccessLogs } from './access-logs';
import { leaveUnprotected, protectLater } from './deletion-protection';
import { requireIpv4Tasks, requireTwoZones } from './load-balancer-subnets';
import type { EntranceOptions } from './load-balancing-options';
import { vpcRange } from '../../network/vpc-range';
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
    this.protection = this.protect();
    this.admit(props.entranceOptions.clients ?? [this.usualClients()]);
    this.publishName();
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

  /** Has the protection from deletion begin only when something else is there. */
  public protectAfter(...others: IDependable[]): void {
    this.protection?.node.addDependency(...others);
  }

  private protect(): Construct | undefined {
    const { entranceOptions: { deletionProtection }, removal } = this.props;
    if (deletionProtection ?? !removal.everything) return protectLater(this, this.loadBalancer);
    leaveUnprotected(this.loadBalancer, deletionProtection === false
      ? "'deletionProtection' is false: the load balancer is about to go."
      : "'removalPolicy' is DESTROY: the environment is to be thrown away.");
    return undefined;
  }

  private listen(defaultAction: elbv2.ListenerAction): elbv2.ApplicationListener {
    const certificate = this.certificate();
    return this.loadBalancer.addListener('Listener', {
      open: false,
      defaultAction,
      ...certificate === undefined
        ? { protocol: elbv2.ApplicationProtocol.HTTP }
        : { protocol: elbv2.ApplicationProtocol.HTTPS, certificates: [certificate], sslPolicy: elbv2.SslPolicy.TLS13_12_RES_PQ },
    });
  }

  private certificate(): acm.ICertificate | undefined {
    const { certificate, domainName, domainZone } = this.props.entranceOptions;
    if (certificate !== undefined || domainName === undefined) return certificate;
    return new acm.Certificate(this, 'Certificate', { domainName, validation: acm.CertificateValidation.fromDns(domainZone) });
  }

  private admit(clients: readonly ec2.IPeer[]): void {
    clients.forEach(client => this.listener.connections.allowDefaultPortFrom(client));
    if (this.props.entranceOptions.facing === 'vpc') return;
    const redirect = this.loadBalancer.addRedirect({ open: false });
    clients.forEach(client => redirect.connections.allowDefaultPortFrom(client));
  }

  private usualClients(): ec2.IPeer {
    const { entranceOptions: { facing }, vpc } = this.props;
    if (facing === 'internet') return ec2.Peer.anyIpv4();
    return ec2.Peer.ipv4(vpcRange(vpc, 'an internal load balancer admits the addresses in it', 'name its \'clients\''));
  }

  private publishName(): void {
    const { domainName, domainZone } = this.props.entranceOptions;
    if (domainName === undefined || domainZone === undefined) return;
    new route53.ARecord(this, 'Name', {
      zone: domainZone,
      // The dot ends a whole name: of a zone whose name only deployment knows, the CDK would append the name once more.
      recordName: `${domainName}.`,
      target: route53.RecordTarget.fromAlias(new targets.LoadBalancerTarget(this.loadBalancer)),
    });
  }
}
