import { CfnResource, Lazy, RemovalPolicy } from 'aws-cdk-lib';
import { CfnVPCEndpoint, type ISubnet, type IVpc, Peer, Port, SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { declaredEndpoints, endpointsLike, serves } from './declared-endpoints';
import { endpointServiceName } from './endpoint-service-name';
import type { NeededEndpoint } from './task-needs';
import { vpcRange } from './vpc-range';

const ID = 'TaskEndpoints';

interface Made {
  readonly needed: NeededEndpoint;
  readonly endpoint: CfnVPCEndpoint;
  /** The subnets that it serves; a later service may bring more, so the template reads them last. */
  readonly subnets: ISubnet[];
  /** The construct that asked for it first. */
  readonly asker: Construct;
}

/**
 * The endpoints of one VPC through which tasks reach AWS, shared by all services of the app.
 *
 * It lives below the VPC, so that no endpoint is replaced when a service is renamed, moved or deleted.
 *
 * The endpoints keep the default policy, which allows every request. They capture all traffic of their VPC to a service,
 * also that of workloads which nobody can see from here, and ECR serves layers from a bucket of AWS's own
 * (`prod-<region>-starport-layer-bucket`): a narrower policy would be a guess that fails at run time. What a task may do
 * is decided by its roles.
 */
export class TaskEndpoints extends Construct {
  /** The endpoints of a VPC: the same ones, whoever asks. */
  public static of(vpc: IVpc): TaskEndpoints {
    const existing = vpc.node.tryFindChild(ID);
    return existing instanceof TaskEndpoints ? existing : new TaskEndpoints(vpc);
  }

  private readonly made = new Map<string, Made>();
  private securityGroup?: SecurityGroup;

  private constructor(private readonly vpc: IVpc) {
    super(vpc, ID);
    this.node.addValidation({ validate: () => this.findTwins() });
  }

  /** Sees to it that these subnets are served, and says which endpoint of this construct does it, if any. */
  public provide(needed: NeededEndpoint, subnets: readonly ISubnet[], asker: Construct): CfnVPCEndpoint | undefined {
    const made = this.made.get(needed.id);
    const unserved = this.unserved(needed, subnets, made);
    if (made !== undefined) made.subnets.push(...unserved);
    return made === undefined && unserved.length > 0 ? this.make(needed, unserved, asker) : made?.endpoint;
  }

  /** Lets the endpoints stay when nothing here needs them any more; a first deployment that fails still takes them back. */
  public outliveTheirAskers(): void {
    this.node.findAll().filter(part => CfnResource.isCfnResource(part))
      .forEach(part => part.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE));
  }

  private unserved(needed: NeededEndpoint, subnets: readonly ISubnet[], made: Made | undefined): readonly ISubnet[] {
    const more = subnets.filter(subnet => made?.subnets.includes(subnet) !== true);
    // The whole app is searched only when there is something to find: most services share the subnets of the first.
    const declared = more.length === 0 ? [] : endpointsLike(needed, declaredEndpoints(this.vpc));
    const others = declared.filter(endpoint => endpoint !== made?.endpoint);
    return more.filter(subnet => !others.some(endpoint => serves(endpoint, subnet)));
  }

  private make(needed: NeededEndpoint, unserved: readonly ISubnet[], asker: Construct): CfnVPCEndpoint {
    const subnets = [...unserved];
    const endpoint = new CfnVPCEndpoint(this, needed.id, {
      vpcId: this.vpc.vpcId,
      serviceName: endpointServiceName(this, needed.service),
      vpcEndpointType: needed.type,
      ...needed.type === 'Gateway' ? {
        routeTableIds: Lazy.list({ produce: () => unique(subnets.map(({ routeTable }) => routeTable.routeTableId)) }),
      } : {
        privateDnsEnabled: true,
        subnetIds: Lazy.list({ produce: () => onePerZone(subnets).map(({ subnetId }) => subnetId) }),
        securityGroupIds: [this.admitTasks().securityGroupId],
      },
    });
    this.made.set(needed.id, { needed, endpoint, subnets, asker });
    return endpoint;
  }

  /** The VPC's range and not the tasks' groups: a rule per service would tie the VPC's stack to every service's stack. */
  private admitTasks(): SecurityGroup {
    if (this.securityGroup !== undefined) return this.securityGroup;
    const need = 'its VPC endpoints allow connections from that range';
    const range = vpcRange(this.vpc, need, 'set \'vpcEndpoints\' to VpcEndpoints.EXISTING');
    const securityGroup = new SecurityGroup(this, 'SecurityGroup', {
      vpc: this.vpc,
      description: 'Admits HTTPS from inside the VPC to the endpoints that tasks use',
      allowAllOutbound: false,
    });
    securityGroup.addIngressRule(Peer.ipv4(range), Port.HTTPS, 'HTTPS from inside the VPC');
    return this.securityGroup = securityGroup;
  }

  /** Endpoints that were declared after a service asked: deployment refuses the second one. */
  private findTwins(): string[] {
    const declared = declaredEndpoints(this.vpc);
    return [...this.made.values()].flatMap(made => this.twinsOf(made, declared));
  }

  private twinsOf({ needed, endpoint, subnets, asker }: Made, declared: readonly CfnVPCEndpoint[]): readonly string[] {
    return endpointsLike(needed, declared)
      .filter(other => other !== endpoint && other.privateDnsEnabled !== false && subnets.some(subnet => serves(other, subnet)))
      .map(
        other =>
          `'${endpoint.node.path}', created for '${asker.node.path}', and '${other.node.path}' are both ${needed.type.toLowerCase()} `
            + `endpoints for '${needed.service}' in the VPC '${this.vpc.node.path}', and AWS rejects the second one; declare `
            + `'${other.node.path}' before '${asker.node.path}', or set 'vpcEndpoints' to VpcEndpoints.EXISTING`,
      );
  }
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

const onePerZone = (subnets: readonly ISubnet[]): readonly ISubnet[] =>
  subnets.filter((subnet, index) => subnets.findIndex(({ availabilityZone }) => availabilityZone === subnet.availabilityZone) === index);
