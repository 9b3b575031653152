import { Stack } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as efs from 'aws-cdk-lib/aws-efs';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { explainHooks, explainTask, explainWayIn } from './cdk-nag';
import { clusterOf } from './cluster-of';
import { unusedPort } from './connected-port';
import { deploymentOf } from './deployment-of';
import { executeCommandFor, openToPeople, sessionPermissions } from './execute-command';
import { explainSpot } from './explain-spot';
import type { HardenedFargateTask } from './hardened-fargate-task';
import { keepUserLine } from '../creation-stacks';
import { runBefore } from './jobs/run-before-deployment';
import { portMappingsOf } from './load-balancing/port-mappings';
import { wayIn } from './load-balancing/way-in';
import { sayWhatItCosts } from './monthly-cost';
import { named, naming } from '../named-errors';
import type { Deployment } from './options/deployment';
import type { HardenedFargateServiceProps } from './options/hardened-fargate-service-props';
import type { RunBeforeDeploymentOptions } from './options/run-before-deployment-options';
import { analyze, requireAnalyzer } from './options/stop-analysis';
import { removalOf, type Removal } from './placement/removal';
import { taskSubnets } from './placement/task-subnets';
import { timingOf, type Timing } from './placement/timing';
import { runOutOfReach } from './run-out-of-reach';
import { scale } from './scaling/scale';
import { startWhenReady } from './start-when-ready';
import type { ContainerOptions, SidecarOptions } from './task/container-options';
import { type FileSystemOptions, mountFileSystem } from './task/file-system';
import type { JoinedTask } from './task/further-container';
import { foreignRegistryOf } from './task/image-source';
import { addLogRouter, type LogRouterOptions } from './task/log-router';
import { addInitContainer, addSidecar } from './task/sidecar';
import { taskOf } from './task/task-of';
import { requirePort } from './validation/require-port';
import { requireFilesInVpc } from './validation/require-same-vpc';
import { watch } from './watch';
import type { IStopAnalyzer } from '../analyzer/stop-analyzer-reference';
import { judgeByGuardrails } from '../guardrails/plugin/register-guardrails';

/**
 * An ECS service on Fargate with secure defaults: private network, least privilege, rollback of failed deployments,
 * alarms, and a diagnosis of each stopped task.
 *
 * @example
 * new HardenedFargateService(stack, 'Web', {
 *   image,
 *   containerPort: 8080,
 *   loadBalancing: LoadBalancing.publicHttps({ domainName: 'shop.example.com', domainZone }),
 *   alarmTopic: oncall,
 * });
 */
export class HardenedFargateService extends Construct implements iam.IGrantable, ec2.IConnectable {
  public readonly cluster: ecs.ICluster;
  public readonly vpc: ec2.IVpc;
  public readonly taskDefinition: ecs.FargateTaskDefinition;
  /** The container of the application. */
  public readonly container: ecs.ContainerDefinition;
  /** The role of the application. At first it has permissions for ECS Exec only. */
  public readonly taskRole: iam.IRole;
  /** The role that ECS uses to pull the image, read the secrets, and write the log. */
  public readonly executionRole: iam.IRole;
  /** The log group of the application's standard output and standard error. */
  public readonly logGroup: logs.ILogGroup;
  public readonly service: ecs.FargateService;
  /**
   * The application load balancer. Absent if the service has none of its own. It has deletion protection after the
   * first successful deployment. Before you remove it, deploy `deletionProtection: false`.
   */
  public readonly loadBalancer?: elbv2.ApplicationLoadBalancer;
  /** The listener of the application load balancer. Absent without one, and for an imported listener. */
  public readonly listener?: elbv2.ApplicationListener;
  /** The network load balancer. Absent without `LoadBalancing.network()`. It has deletion protection like `loadBalancer`. */
  public readonly networkLoadBalancer?: elbv2.NetworkLoadBalancer;
  /** Absent without `LoadBalancing.network()`. */
  public readonly networkListener?: elbv2.NetworkListener;
  /** Absent without `LoadBalancing.network()`. */
  public readonly networkTargetGroup?: elbv2.NetworkTargetGroup;
  /** The target group of the application load balancer. Absent without one. */
  public readonly targetGroup?: elbv2.ApplicationTargetGroup;
  /** The scalable task count, for more scaling policies. Absent without `scaling`. */
  public readonly scalableTaskCount?: ecs.ScalableTaskCount;
  /** The alarms of the service. They have no actions of their own; `healthAlarm` notifies the topic. */
  public readonly alarms: cloudwatch.Alarm[];
  /**
   * The alarm that notifies `alarmTopic`, or the topic of `stopAnalyzer`, when the first of `alarms` is triggered,
   * and when all are OK again.
   */
  public readonly healthAlarm: cloudwatch.CompositeAlarm;
  /** The task role, so that grants such as `table.grantReadData(service)` work. */
  public readonly grantPrincipal: iam.IPrincipal;
  /**
   * The connections of the tasks. `service.connections.allowToDefaultPort(database)` allows them to connect. The rule
   * is then in the stack of the service, and the stack of the database does not depend on it.
   */
  public readonly connections: ec2.Connections;
  /** @internal */
  public readonly _analyzer: IStopAnalyzer | undefined;
  private readonly deployment: Deployment;
  private readonly timing: Timing;
  private readonly removal: Removal;
  private readonly joined: JoinedTask;

  constructor(scope: Construct, id: string, props: HardenedFargateServiceProps) {
    super(scope, id);
    using _ = keepUserLine();
    try {
      requirePort(props.containerPort, props.loadBalancing?._servesRequests === true);

      this.timing = timingOf(props.startupTime, props.drainTime);
      this.removal = removalOf(props.removalPolicy);
      this.deployment = deploymentOf(props);
      this.cluster = clusterOf(this, props, this.removal);
      this.vpc = this.cluster.vpc;
      const enableExecuteCommand = executeCommandFor(this.cluster, props.enableExecuteCommand);

      const sessions = enableExecuteCommand ? sessionPermissions(this.cluster, Stack.of(this)) : undefined;
      const task = taskOf(this, props, { timing: this.timing, removal: this.removal, sessions, portMappings: portMappingsOf(props) });
      ({ taskDefinition: this.taskDefinition, container: this.container, logGroup: this.logGroup } = task);
      ({ taskRole: this.taskRole, executionRole: this.executionRole } = task);
      this.joined = { ...task, enableExecuteCommand, stopTimeout: this.timing.stopTimeout };

      const foreignRegistry = foreignRegistryOf(task.container);
      const subnets = taskSubnets(this.vpc, props.vpcSubnets, foreignRegistry);
      const { cluster, vpc, timing, deployment } = this;
      const service = runOutOfReach(this, props, { ...task, cluster, vpcSubnets: subnets, timing, deployment });
      this.service = service;
      explainSpot(service, props);
      explainHooks(service, deployment._shift?.lifecycleHooks);
      startWhenReady(this, service, {
        task: { ...task, foreignRegistry, cluster, enableExecuteCommand },
        vpc,
        subnets,
        vpcEndpoints: props.vpcEndpoints,
        throwAway: this.removal.everything,
      });
      if (enableExecuteCommand) openToPeople(service);

      const way = wayIn(this, props.loadBalancing, {
        vpc,
        service,
        container: task.container,
        timing,
        shift: deployment._shift,
        internalSubnets: subnets,
        removal: this.removal,
      });
      ({ loadBalancer: this.loadBalancer, listener: this.listener, targetGroup: this.targetGroup } = way);
      ({ networkLoadBalancer: this.networkLoadBalancer, networkListener: this.networkListener } = way);
      this.networkTargetGroup = way.networkTargetGroup;
      this.scalableTaskCount = props.scaling && scale(service, props.scaling, this.timing, this.targetGroup);
      this.node.addValidation({ validate: () => [...unusedPort(service, props.containerPort)] });

      const { analyzer, topic } = analyze(service, props);
      this._analyzer = analyzer;
      const { alarms, health } = watch(this, { ...way, service, analyzer, topic, timing, guards: deployment._guards }, props);
      [this.alarms, this.healthAlarm] = [alarms, health];
      this.grantPrincipal = this.taskRole;
      this.connections = service.connections;
      sayWhatItCosts(this);
      judgeByGuardrails(this);
      if (props.taskDefinition === undefined) explainTask(task);
      explainWayIn(way.entrance, vpc.node.tryFindChild('TaskEndpoints'));
    } catch (error) {
      throw naming(this, error);
    }
  }

  /**
   * Runs a task, such as a database migration, before the service is created or updated. If the task fails, the
   * deployment fails, and its error has the diagnosis.
   *
   * The task runs once for each revision of its task definition. It does not run during a rollback or a deletion of
   * the stack. The previous version of the service must work with its changes.
   */
  public runBeforeDeployment(task: HardenedFargateTask, options: RunBeforeDeploymentOptions = {}): void {
    named(this, () => runBefore(this.service, task, options));
  }

  /** The stop analyzer. With `StopAnalysis.none`, this throws an error. */
  public get stopAnalyzer(): IStopAnalyzer {
    return requireAnalyzer(this.service, this._analyzer);
  }

  /**
   * Adds a sidecar container with a read-only root file system and its log in `logGroup`. The application starts
   * after it, stops before it, and gets the rest of the task's memory.
   */
  public addSidecar(id: string, options: SidecarOptions): ecs.ContainerDefinition {
    return named(this, () => addSidecar(this.joined, id, options));
  }

  /**
   * Adds a container that must exit with code 0 before the application starts. Several init containers run in the
   * order in which they are added.
   */
  public addInitContainer(id: string, options: ContainerOptions): ecs.ContainerDefinition {
    return named(this, () => addInitContainer(this.joined, id, options));
  }

  /** Adds the Fluent Bit log router that `logging: ecs.LogDrivers.firelens(…)` needs. */
  public addLogRouter(id: string, options: LogRouterOptions): ecs.FirelensLogRouter {
    return named(this, () => addLogRouter(this.joined, id, options));
  }

  /**
   * Mounts a folder of a file system with encryption in transit and IAM authorization. The security group of the file
   * system allows connections from the tasks.
   */
  public mountFileSystem(accessPoint: efs.IAccessPoint, options: FileSystemOptions): void {
    requireFilesInVpc(accessPoint.fileSystem, this.vpc, this);
    named(this, () => mountFileSystem(this.container, this.taskRole, accessPoint, options));
    this.connections.allowToDefaultPort(accessPoint.fileSystem);
    this.service.node.addDependency(accessPoint.fileSystem.mountTargetsAvailable);
  }
}
