import { join } from 'node:path';
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as cr from 'aws-cdk-lib/custom-resources';
import { Construct } from 'constructs';
import { explainJobRunner } from './explain-job-runner';
import { SERVICE_PRINCIPALS } from '../../aws/service-principals';
import { JOB_ACTIONS } from '../../jobs/protocol/job-properties';
import type { Removal } from '../placement/removal';
import { everyTaskOf } from '../task/every-task-of';
import { explainWildcard } from '../task/explain-wildcard';

/** The handlers and the AWS SDK in one file, made by `npm run bundle`. */
const BUNDLE = join(__dirname, '..', '..', '..', 'assets', 'jobs', 'before-deployment');

const ID = 'HardenedFargateJobs';

/** A task that is run before a deployment, with what running it takes. */
export interface RunnableTask {
  readonly cluster: ecs.ICluster;
  readonly taskDefinition: ecs.FargateTaskDefinition;
  readonly taskRole: iam.IRole;
  readonly executionRole: iam.IRole;
  readonly logGroup: logs.ILogGroup;
  /** @internal */
  readonly _removal: Removal;
}

/** Why permissions end in a pattern. */
const NARROWEST = 'ECS generates revisions and task IDs; this family and the tasks of this cluster are the narrowest resources.';

/** What runs jobs for the deployments of one stack: the waiting of the CDK's provider framework around two small handlers. */
export class JobRunner extends Construct {
  /** The runner of a stack: the same one, whoever asks. */
  public static of(stack: Stack): JobRunner {
    const existing = stack.node.tryFindChild(ID);
    return existing instanceof JobRunner ? existing : new JobRunner(stack, ID);
  }

  public readonly serviceToken: string;
  private readonly role: iam.Role;
  private readonly log: logs.LogGroup;

  private constructor(stack: Stack, id: string) {
    super(stack, id);
    const logGroup = new logs.LogGroup(this, 'Log', { retention: logs.RetentionDays.THREE_MONTHS, removalPolicy: RemovalPolicy.DESTROY });
    this.log = logGroup;
    this.role = new iam.Role(this, 'Role', {
      description: 'Runs tasks before deployments, and waits for them',
      assumedBy: new iam.ServicePrincipal(SERVICE_PRINCIPALS.lambda),
    });
    logGroup.grantWrite(this.role);
    const handle = (name: string, handler: string) => new lambda.Function(this, name, {
      description: 'Runs tasks before deployments',
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      code: lambda.Code.fromAsset(BUNDLE),
      handler,
      memorySize: 512,
      timeout: Duration.minutes(2),
      role: this.role,
      logGroup,
    });
    const provider = new cr.Provider(this, 'Provider', {
      onEventHandler: handle('Start', 'index.onEvent'),
      isCompleteHandler: handle('Wait', 'index.isComplete'),
      queryInterval: Duration.seconds(15),
      totalTimeout: Duration.hours(1),
      logGroup,
    });
    this.serviceToken = provider.serviceToken;
    explainJobRunner(this, provider);
  }

  /** Lets a task be run, watched and stopped, and no other of the account. The log goes only when all tasks are thrown away. */
  public allow({ cluster, taskDefinition, taskRole, executionRole, logGroup, _removal: removal }: RunnableTask): void {
    if (!removal.everything) this.log.applyRemovalPolicy(removal.records);
    // Each revision, so that no deployment waits for IAM to learn of the new one.
    const revisions = Stack.of(this).formatArn({ service: 'ecs', resource: 'task-definition', resourceName: `${taskDefinition.family}:*` });
    const onCluster = { ArnEquals: { 'ecs:cluster': cluster.clusterArn } };
    this.add(JOB_ACTIONS.taskDefinition, [revisions], onCluster);
    this.add(JOB_ACTIONS.tasks, [everyTaskOf(cluster)]);
    const toTasks = { StringEquals: { 'iam:PassedToService': SERVICE_PRINCIPALS.ecsTasks } };
    this.add(JOB_ACTIONS.roles, [taskRole.roleArn, executionRole.roleArn], toTasks);
    this.add(JOB_ACTIONS.log, [logGroup.logGroupArn]);
    for (const resource of [revisions, everyTaskOf(cluster)]) explainWildcard(this.role, resource, NARROWEST);
  }

  private add(actions: readonly string[], resources: string[], conditions?: iam.Conditions): void {
    this.role.addToPolicy(new iam.PolicyStatement({ actions: [...actions], resources, conditions }));
  }
}
