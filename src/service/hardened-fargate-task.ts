import { Aspects, CfnOutput, Fn, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type * as scheduler from 'aws-cdk-lib/aws-scheduler';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct, DependencyGroup } from 'constructs';
import { explainTask, explainWayIn } from './cdk-nag';
import { clusterOf } from './cluster-of';
import { keepUserLine } from '../creation-stacks';
import { named, naming } from '../named-errors';
import { failedInvocations } from './jobs/failed-invocations';
import { scheduleTask } from './jobs/schedule-task';
import type { HardenedFargateTaskProps } from './options/hardened-fargate-task-props';
import { analyzeTasks } from './options/stop-analysis';
import type { TaskScheduleOptions } from './options/task-schedule-options';
import { removalOf, type Removal } from './placement/removal';
import { taskSubnets } from './placement/task-subnets';
import { timingOf } from './placement/timing';
import { foreignRegistryOf } from './task/image-source';
import { hardenedTask } from './task/task-definition';
import { taskNeedsOf } from './task/task-needs-of';
import { judgeByGuardrails } from '../guardrails/plugin/register-guardrails';
import { provideEndpoints } from '../network/provide-endpoints';

/**
 * A standalone Fargate task with secure defaults, which runs on a schedule, on request, or before a deployment. The
 * stop analyzer diagnoses its failures.
 *
 * Add volumes and further containers to its `taskDefinition` (docs/JOBS.md).
 *
 * @example
 * const migration = new HardenedFargateTask(stack, 'Migration', { image, cluster });
 * service.runBeforeDeployment(migration);
 */
export class HardenedFargateTask extends Construct implements iam.IGrantable, ec2.IConnectable {
  public readonly cluster: ecs.ICluster;
  public readonly vpc: ec2.IVpc;
  /** The subnets that tasks run in. */
  public readonly vpcSubnets: ec2.SubnetSelection;
  public readonly taskDefinition: ecs.FargateTaskDefinition;
  /** The container of the application. */
  public readonly container: ecs.ContainerDefinition;
  /** The role of the application. At first it has no permissions. */
  public readonly taskRole: iam.IRole;
  /** The role that ECS uses to pull the image, read the secrets, and write the log. */
  public readonly executionRole: iam.IRole;
  /** The log group of the application's standard output and standard error. */
  public readonly logGroup: logs.ILogGroup;
  /** The security group of the tasks, without inbound rules. */
  public readonly securityGroup: ec2.ISecurityGroup;
  public readonly connections: ec2.Connections;
  /** The task role, so that grants such as `table.grantReadData(task)` work. */
  public readonly grantPrincipal: iam.IPrincipal;
  /**
   * What has to be there before the first task can start.
   * @internal
   */
  public readonly _ready = new DependencyGroup();
  /** @internal */
  public readonly _removal: Removal;
  private readonly topic: sns.ITopic;

  constructor(scope: Construct, id: string, props: HardenedFargateTaskProps) {
    super(scope, id);
    using _ = keepUserLine();
    try {
      const removal = removalOf(props.removalPolicy);
      this._removal = removal;
      this.cluster = clusterOf(this, props, removal);
      this.vpc = this.cluster.vpc;
      const { cluster, vpc } = this;

      const task = hardenedTask(this, props, { timing: timingOf(undefined, props.drainTime), removal });
      ({ taskDefinition: this.taskDefinition, container: this.container, logGroup: this.logGroup } = task);
      ({ taskRole: this.taskRole, executionRole: this.executionRole } = task);
      this.grantPrincipal = this.taskRole;

      const foreignRegistry = foreignRegistryOf(task.container);
      this.vpcSubnets = taskSubnets(vpc, props.vpcSubnets, foreignRegistry);
      this.securityGroup = new ec2.SecurityGroup(this, 'SecurityGroup', { vpc, description: `Tasks of ${this.node.path}` });
      this.connections = new ec2.Connections({ securityGroups: [this.securityGroup] });
      const provide = () => provideEndpoints(this, {
        vpc,
        subnets: this.vpcSubnets,
        needs: taskNeedsOf({ ...task, foreignRegistry, cluster, enableExecuteCommand: false }),
        vpcEndpoints: props.vpcEndpoints,
        throwAway: removal.everything,
      });
      this._ready.add(provide(), this.executionRole, ...vpc.selectSubnets(this.vpcSubnets).subnets);
      // Secrets and grants that come later need endpoints too.
      Aspects.of(this).add({ visit: node => { if (node === this) this._ready.add(provide()); } });

      this.topic = analyzeTasks(this.taskDefinition, cluster, props).topic;
      new CfnOutput(this, 'RunCommand', { description: `Runs ${this.node.path} once`, value: this.runCommand });
      judgeByGuardrails(this);
      explainTask(task);
      explainWayIn(undefined, vpc.node.tryFindChild('TaskEndpoints'));
    } catch (error) {
      throw naming(this, error);
    }
  }

  /**
   * Runs the task on a schedule. EventBridge Scheduler retries an invocation that ECS rejects. An invocation that
   * still fails goes to a dead-letter queue, and triggers the alarm `FailedInvocations`.
   *
   * A task that started and failed is not retried. The stop analyzer diagnoses it. AWS Step Functions can retry it
   * (docs/SHAPES.md).
   */
  public schedule(id: string, options: TaskScheduleOptions): scheduler.Schedule {
    return named(this, () => scheduleTask(this, id, options, this.deadLetterQueue()));
  }

  /** Grants permission to run the task, and to pass its roles to ECS. */
  public grantRun(grantee: iam.IGrantable): iam.Grant {
    return this.taskDefinition.grantRun(grantee);
  }

  /** The AWS CLI command that runs the task once. It is also an output of the stack. */
  public get runCommand(): string {
    const { subnetIds } = this.vpc.selectSubnets(this.vpcSubnets);
    return `aws ecs run-task --cluster ${this.cluster.clusterName} --task-definition ${this.taskDefinition.taskDefinitionArn} `
      + `--launch-type FARGATE --region ${Stack.of(this).region} --network-configuration '{"awsvpcConfiguration":{"subnets":["`
      + `${Fn.join('","', subnetIds)}"],"securityGroups":["${this.securityGroup.securityGroupId}"],"assignPublicIp":"DISABLED"}}'`;
  }

  private deadLetterQueue(): sqs.IQueue {
    const known = this.node.tryFindChild('DeadLetters');
    return known === undefined ? failedInvocations(this, 'DeadLetters', this.topic, this._removal) : known as sqs.Queue;
  }
}
