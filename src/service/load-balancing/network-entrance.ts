import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { keepConnectionLogs } from './access-logs';
import { containerProtocolsOf } from './container-protocols';
import { protect } from './deletion-protection';
import { certificateOf, publishName } from './domain-name';
import { requireIpv4Tasks } from './load-balancer-subnets';
import type { NetworkLoadBalancingOptions } from './network-load-balancing-options';
import { alternateNetworkTargetGroup, networkTargetGroup } from './network-target-group';
import type { ServedTasks } from './task-target-group';
import { connectTo, shiftConnections } from './traffic-shift';
import { usualClients } from './usual-clients';
import { providePublicSubnets } from '../placement/hardened-vpc';
import type { Removal } from '../placement/removal';

/** The tasks behind a network load balancer, and where it stands. */
export interface NetworkEntranceProps {
  readonly tasks: ServedTasks;
  readonly options: NetworkLoadBalancingOptions;
  /** Where a load balancer stands that the internet must not reach: beside the tasks. */
  readonly internalSubnets: ec2.SubnetSelection;
  readonly removal: Removal;
}

/**
 * A protected network load balancer with one listener, whose security group alone may connect to the tasks.
 *
 * Elastic Load Balancing takes that security group for the sender of each connection, whether the tasks see the address of the client
 * or not. It has to be there from the beginning: a network load balancer without one can never get one.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html
 */
export class NetworkEntrance extends Construct {
  public readonly loadBalancer: elbv2.NetworkLoadBalancer;
  public readonly securityGroup: ec2.SecurityGroup;
  public readonly listener: elbv2.NetworkListener;
  public readonly targetGroup: elbv2.NetworkTargetGroup;
  /** Where deployments move connections to and back again. */
  public readonly alternate?: elbv2.NetworkTargetGroup;
  /** TLS connections are logged, and no others. */
  public readonly accessLogs?: s3.Bucket;
  private readonly port: number;
  private readonly protocol: elbv2.Protocol;

  constructor(scope: Construct, id: string, private readonly props: NetworkEntranceProps) {
    super(scope, id);
    const { options, tasks, removal } = props;
    this.protocol = options.protocol ?? elbv2.Protocol.TCP;
    this.port = options.port ?? (this.protocol === elbv2.Protocol.TLS ? 443 : tasks.container.containerPort);
    // Neither kind can become the other, and neither can become one for requests.
    const ofThisKind = new Construct(this, options.internetFacing === true ? 'PublicNetwork' : 'InternalNetwork');
    this.securityGroup = new ec2.SecurityGroup(ofThisKind, 'SecurityGroup', {
      vpc: tasks.vpc, description: `Network load balancer of ${scope.node.path}`, allowAllOutbound: false,
    });
    this.loadBalancer = this.balanceIn(ofThisKind);
    if (this.protocol === elbv2.Protocol.TLS) this.accessLogs = keepConnectionLogs(this, 'AccessLogs', this.loadBalancer, removal);
    this.targetGroup = networkTargetGroup(ofThisKind, tasks, options);
    this.alternate = alternateNetworkTargetGroup(ofThisKind, tasks, options);
    this.listener = this.listen();
    shiftConnections(ofThisKind, tasks, options, { production: this.targetGroup, alternate: this.alternate, listener: this.listener });
    this.admit();
    protect(this, this.loadBalancer, options, removal);
    publishName(this, this.loadBalancer, options, tasks.service);
  }

  /** Who may connect when the user names no clients. */
  public get openTo(): 'internet' | 'vpc' | undefined {
    return this.props.options.clients === undefined ? this.facing : undefined;
  }

  private get facing(): 'internet' | 'vpc' {
    return this.props.options.internetFacing === true ? 'internet' : 'vpc';
  }

  private balanceIn(scope: Construct): elbv2.NetworkLoadBalancer {
    const { options, tasks: { vpc }, internalSubnets } = this.props;
    const internetFacing = this.facing === 'internet';
    const vpcSubnets = internetFacing ? { subnetType: ec2.SubnetType.PUBLIC } : internalSubnets;
    if (internetFacing) providePublicSubnets(vpc, { chosen: "'internetFacing' is true", otherWay: "leave out 'internetFacing'" });
    requireIpv4Tasks(vpc, internalSubnets);
    return new elbv2.NetworkLoadBalancer(scope, 'LoadBalancer', {
      vpc,
      vpcSubnets,
      internetFacing,
      securityGroups: [this.securityGroup],
      enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: options.enforceSecurityGroupInboundRulesOnPrivateLinkTraffic,
    });
  }

  private listen(): elbv2.NetworkListener {
    const certificate = this.protocol === elbv2.Protocol.TLS ? certificateOf(this, this.props.options) : undefined;
    return this.loadBalancer.addListener('Listener', {
      port: this.port,
      protocol: this.protocol,
      defaultAction: connectTo(this.targetGroup, this.alternate),
      ...certificate && { certificates: [certificate], sslPolicy: elbv2.SslPolicy.TLS13_12_RES_PQ },
    });
  }

  private admit(): void {
    const { options, tasks: { service, vpc, container: { containerPort } } } = this.props;
    const protocols = containerProtocolsOf(this.protocol);
    for (const client of options.clients ?? [usualClients(this.facing, vpc)]) {
      protocols.forEach(protocol => this.loadBalancer.connections.allowFrom(client, portOf(protocol, this.port)));
    }
    const ports = [...protocols.map(protocol => portOf(protocol, containerPort)), ec2.Port.tcp(options.healthCheckPort ?? containerPort)];
    const distinct = new Map(ports.map(port => [port.toString(), port]));
    distinct.forEach(port => service.connections.allowFrom(this.loadBalancer, port, 'Network load balancer to task'));
  }
}

const portOf = (protocol: string, port: number): ec2.Port => protocol === 'udp' ? ec2.Port.udp(port) : ec2.Port.tcp(port);
