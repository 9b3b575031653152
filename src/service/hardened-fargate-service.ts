import { Annotations, Aspects, Stack } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as logs from 'aws-cdk-lib/aws-logs';
import { Construct, type IDependable } from 'constructs';
import { capacityProvidersOf } from './capacity-providers-of';
import { explainToCdkNag } from './cdk-nag';
import { clusterOf } from './cluster-of';
import { unusedPort } from './connected-port';
import { deploymentOf } from './deployment-of';
import { executeCommandFor, openToPeople, sessionPermissions } from './execute-command';
import { circuitBreakerOf, guardDeployments } from './guard-deployments';
import { portMappingsOf } from './load-balancing/port-mappings';
import type { ServedTasks } from './load-balancing/task-target-group';
import { wayIn } from './load-balancing/way-in';
import { sayWhatItCosts } from './monthly-cost';
import { Capacity } from './options/capacity';
import type { Deployment } from './options/deployment';
import type { HardenedFargateServiceProps } from './options/hardened-fargate-service-props';
import { analyze, requireAnalyzer } from './options/stop-analysis';
import { AttachedService } from './placement/attached-service';
import { removalOf, type Removal } from './placement/removal';
import { taskSubnets } from './placement/task-subnets';
import { timingOf, type Timing } from './placement/timing';
import { desiredCountOf } from './scaling/desired-count';
import { scale } from './scaling/scale';
import { foreignRegistryOf } from './task/image-source';
import { hardenedTask } from './task/task-definition';
import { taskNeedsOf } from './task/task-needs-of';
import { requirePort } from './validation/require-port';
import { watch } from './watch';
import type { IStopAnalyzer } from '../analyzer/stop-analyzer-reference';
import { judgeByGuardrails } from '../guardrails/plugin/register-guardrails';
import { provideEndpoints } from '../network/provide-endpoints';
import { refuseCycle } from '../network/refuse-cycle';

/**
 * A service on Fargate that is hardened when it is declared: out of reach, with the least privilege, rolled back when a
 * deployment fails, watched, and able to say why a task stopped.
 */
export class HardenedFargateService extends Construct implements iam.IGrantable, ec2.IConnectable {
  public readonly cluster: ecs.ICluster;
  public readonly vpc: ec2.IVpc;
  public readonly taskDefinition: ecs.FargateTaskDefinition;
  /** The container of the application. */
  public readonly container: ecs.ContainerDefinition;
  /** What the application may do. It begins with no permission but those of ECS Exec. */
  public readonly taskRole: iam.IRole;
  /** What ECS may do before the application starts: pull the image, read the secrets, write the log. */
  public readonly executionRole: iam.IRole;
  /** What the application writes to its standard output and error. */
  public readonly logGroup: logs.ILogGroup;
  public readonly service: ecs.FargateService;
  /**
   * Absent without a load balancer for requests, and where a listener was given. Once the service has been up it is protected
   * from deletion: before it can go, a deployment has to set `deletionProtection: false`.
   */
  public readonly loadBalancer?: elbv2.ApplicationLoadBalancer;
  /** Absent without a load balancer for requests, and where an imported listener was given. */
  public readonly listener?: elbv2.ApplicationListener;
  /** Absent without `LoadBalancing.network()`; protected as `loadBalancer` is. */
  public readonly networkLoadBalancer?: elbv2.NetworkLoadBalancer;
  /** Absent without `LoadBalancing.network()`. */
  public readonly networkListener?: elbv2.NetworkListener;
  /** Absent without `LoadBalancing.network()`. */
  public readonly networkTargetGroup?: elbv2.NetworkTargetGroup;
  /** Absent without a load balancer for requests. */
  public readonly targetGroup?: elbv2.ApplicationTargetGroup;
  /** What to add further scaling policies to; absent without `scaling`. */
  public readonly scalableTaskCount?: ecs.ScalableTaskCount;
  /** One for each thing that can be wrong; they tell nobody by themselves. */
  public readonly alarms: cloudwatch.Alarm[];
  /** Tells `alarmTopic`, or the topic of `stopAnalyzer`, when the first of `alarms` fires, and when all is well again. */
  public readonly healthAlarm: cloudwatch.CompositeAlarm;
  /** The task role: `table.grantReadData(service)` lets the application read. */
  public readonly grantPrincipal: iam.IPrincipal;
  /**
   * The security group of the tasks: `service.connections.allowToDefaultPort(database)` lets them connect. Written from the
   * side of the service, the rule lies in its stack, and the stack of the database does not depend on it.
   */
  public readonly connections: ec2.Connections;
  private readonly analyzer: IStopAnalyzer | undefined;
  private readonly deployment: Deployment;
  private readonly timing: Timing;
  private readonly removal: Removal;

  constructor(scope: Construct, id: string, props: HardenedFargateServiceProps) {
    super(scope, id);
    requirePort(props.containerPort, props.loadBalancing?._servesRequests === true);

    this.timing = timingOf(props.startupTime, props.drainTime);
    this.removal = removalOf(props.removalPolicy);
    this.deployment = deploymentOf(props);
    this.cluster = clusterOf(this, props, this.removal);
    this.vpc = this.cluster.vpc;
    const enableExecuteCommand = executeCommandFor(this.cluster, props.enableExecuteCommand);

    const sessions = enableExecuteCommand ? sessionPermissions(this.cluster, Stack.of(this)) : undefined;
    const task = hardenedTask(this, props, { timing: this.timing, removal: this.removal, sessions, portMappings: portMappingsOf(props) });
    ({ taskDefinition: this.taskDefinition, container: this.container, logGroup: this.logGroup } = task);
    ({ taskRole: this.taskRole, executionRole: this.executionRole } = task);

    const foreignRegistry = foreignRegistryOf(task.container);
    const subnets = taskSubnets(this.vpc, props.vpcSubnets, foreignRegistry);
    const service = this.runOutOfReach(subnets, props);
    this.service = service;
    guardDeployments(service, this.deployment._guards);
    const { cluster, vpc } = this;
    const provide = () => provideEndpoints(this, {
      vpc,
      subnets,
      needs: taskNeedsOf({ ...task, foreignRegistry, cluster, enableExecuteCommand }),
      vpcEndpoints: props.vpcEndpoints,
      throwAway: this.removal.everything,
    });
    this.startOnlyWhenReady(subnets, provide());
    // Secrets, sidecars and grants that come later need endpoints too.
    Aspects.of(this).add({ visit: node => { if (node === this) service.node.addDependency(provide()); } });
    Aspects.of(this).add({ visit: node => { if (node === this) refuseCycle(this, service.connections); } });
    if (enableExecuteCommand) openToPeople(service);

    const way = wayIn(this, props.loadBalancing, { ...this.servedTasks(service), internalSubnets: subnets, removal: this.removal });
    ({ loadBalancer: this.loadBalancer, listener: this.listener, targetGroup: this.targetGroup } = way);
    ({ networkLoadBalancer: this.networkLoadBalancer, networkListener: this.networkListener } = way);
    this.networkTargetGroup = way.networkTargetGroup;
    this.scalableTaskCount = props.scaling && scale(service, props.scaling, this.timing, this.targetGroup);
    this.node.addValidation({ validate: () => [...unusedPort(service, props.containerPort)] });

    const { analyzer, topic } = analyze(service, props);
    this.analyzer = analyzer;
    const { timing, deployment: { _guards: guards } } = this;
    const { alarms, health } = watch(this, { ...way, service, analyzer, topic, timing, guards }, props);
    [this.alarms, this.healthAlarm] = [alarms, health];
    this.grantPrincipal = this.taskRole;
    this.connections = service.connections;
    sayWhatItCosts(this);
    judgeByGuardrails(this);
    explainToCdkNag({ ...task, entrance: way.entrance, taskEndpoints: vpc.node.tryFindChild('TaskEndpoints') });
  }

  /** What says why a task stopped; there is none with `StopAnalysis.none`. */
  public get stopAnalyzer(): IStopAnalyzer {
    return requireAnalyzer(this.service, this.analyzer);
  }

  private runOutOfReach(vpcSubnets: ec2.SubnetSelection, props: HardenedFargateServiceProps): AttachedService {
    return new AttachedService(this, 'Service', {
      cluster: this.cluster,
      taskDefinition: this.taskDefinition,
      vpcSubnets,
      securityGroups: [this.taskSecurityGroup()],
      assignPublicIp: false,
      desiredCount: desiredCountOf(props),
      capacityProviderStrategies: (props.capacity ?? Capacity.onDemand())._strategy,
      availabilityZoneRebalancing: ecs.AvailabilityZoneRebalancing.ENABLED,
      ...this.deployment._strategy,
      circuitBreaker: circuitBreakerOf(this.deployment._guards),
      healthCheckGracePeriod: this.timing.gracePeriod,
      enableECSManagedTags: true,
      propagateTags: ecs.PropagatedTagSource.SERVICE,
    });
  }

  /** Nobody may connect until it is said who. Where tasks can go is decided by their subnets: from isolated ones, to the endpoints. */
  private taskSecurityGroup(): ec2.SecurityGroup {
    const securityGroup = new ec2.SecurityGroup(this, 'SecurityGroup', { vpc: this.vpc, description: `Tasks of ${this.node.path}` });
    // Else `connections.allowToDefaultPort(database)` warns, although the rule that counts is that of the database.
    Annotations.of(securityGroup).acknowledgeWarning('@aws-cdk/aws-ec2:ipv4IgnoreEgressRule');
    return securityGroup;
  }

  /**
   * The first tasks would fail, and the circuit breaker with them, without the permissions of the execution role, the
   * capacity providers of the cluster, the endpoints, or the routes of their subnets, which a NAT gateway holds up for
   * minutes; of these the CDK makes a service wait for none.
   */
  private startOnlyWhenReady(subnets: ec2.SubnetSelection, endpoints: IDependable): void {
    this.service.node.addDependency(endpoints, this.executionRole, ...this.vpc.selectSubnets(subnets).subnets);
    if (ecs.Cluster.isCluster(this.cluster)) this.service.node.addDependency(capacityProvidersOf(this.cluster));
  }

  private servedTasks(service: AttachedService): ServedTasks {
    return { vpc: this.vpc, service, container: this.container, timing: this.timing, shift: this.deployment._shift };
  }
}
