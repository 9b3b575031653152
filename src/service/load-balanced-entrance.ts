import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as targets from 'aws-cdk-lib/aws-route53-targets';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { keepAccessLogs } from './access-logs';
import { leaveUnprotected, protectOnceUp } from './deletion-protection';
import { providePublicSubnets } from './hardened-vpc';
import { requireIpv4Tasks, requireTwoZones } from './load-balancer-subnets';
import type { EntranceOptions } from './load-balancing';
import type { Removal } from './removal';
import { TARGET_HEALTH_CHECK, type Timing } from './timing';
import { vpcRange } from '../network/vpc-range';

/** What a load balancer is to stand in front of. */
export interface EntranceProps {
  readonly entranceOptions: EntranceOptions;
  readonly vpc: ec2.IVpc;
  /** Where a load balancer stands that the internet must not reach: beside the tasks. */
  readonly internalSubnets: ec2.SubnetSelection;
  readonly service: ecs.FargateService;
  readonly container: ecs.ContainerDefinition;
  readonly timing: Timing;
  readonly removal: Removal;
}

/**
 * The port of the target group, which no request ever uses: ECS registers each task with the port of its container. A group
 * whose port followed `containerPort` would be replaced with it, and its listener would send requests to an empty group.
 */
const UNUSED_PORT = 80;

/**
 * A protected load balancer with one listener that forwards to the tasks.
 *
 * A public and an internal load balancer have ids of their own, and so have their target groups: the one cannot be changed
 * into the other, and a target group cannot be on two load balancers, which both exist until the tasks have moved.
 */
export class LoadBalancedEntrance extends Construct {
  public readonly loadBalancer: elbv2.ApplicationLoadBalancer;
  public readonly targetGroup: elbv2.ApplicationTargetGroup;
  public readonly accessLogs: s3.Bucket;
  public readonly listener: elbv2.ApplicationListener;

  constructor(scope: Construct, id: string, private readonly props: EntranceProps) {
    super(scope, id);
    const ofThisKind = new Construct(this, props.entranceOptions.facing === 'internet' ? 'Public' : 'Internal');
    this.loadBalancer = this.balanceIn(ofThisKind);
    this.accessLogs = keepAccessLogs(this, 'AccessLogs', this.loadBalancer, props.removal);
    this.targetGroup = this.tasksByAddress(ofThisKind);
    this.listener = this.listen();
    this.protect();
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
    if (internetFacing) providePublicSubnets(vpc);
    requireTwoZones(vpc, vpcSubnets);
    requireIpv4Tasks(vpc, internalSubnets);
    return new elbv2.ApplicationLoadBalancer(scope, 'LoadBalancer', { vpc, internetFacing, vpcSubnets, dropInvalidHeaderFields: true });
  }

  private protect(): void {
    const { entranceOptions: { deletionProtection }, removal, service } = this.props;
    if (deletionProtection ?? !removal.everything) return protectOnceUp(this, this.loadBalancer, service);
    leaveUnprotected(this.loadBalancer, deletionProtection === false
      ? "'deletionProtection' is false: the load balancer is about to go."
      : "'removalPolicy' is DESTROY: the environment is to be thrown away.");
  }

  private tasksByAddress(scope: Construct): elbv2.ApplicationTargetGroup {
    const { vpc, service, container: { containerName, containerPort }, timing, entranceOptions } = this.props;
    return new elbv2.ApplicationTargetGroup(scope, 'TargetGroup', {
      vpc,
      targetType: elbv2.TargetType.IP,
      protocol: elbv2.ApplicationProtocol.HTTP,
      port: UNUSED_PORT,
      targets: [service.loadBalancerTarget({ containerName, containerPort })],
      deregistrationDelay: timing.deregistrationDelay,
      healthCheck: {
        path: entranceOptions.healthCheckPath ?? '/',
        healthyHttpCodes: '200',
        interval: TARGET_HEALTH_CHECK.interval,
        timeout: TARGET_HEALTH_CHECK.timeout,
        healthyThresholdCount: TARGET_HEALTH_CHECK.healthyThreshold,
        unhealthyThresholdCount: TARGET_HEALTH_CHECK.unhealthyThreshold,
      },
    });
  }

  private listen(): elbv2.ApplicationListener {
    const certificate = this.certificate();
    return this.loadBalancer.addListener('Listener', {
      open: false,
      defaultTargetGroups: [this.targetGroup],
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
