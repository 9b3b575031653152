import { CustomResource, Duration, Stack } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Construct, IDependable } from 'constructs';
import { JobRunner, type RunnableTask } from './job-runner';
import { type JobProperties, LONGEST_JOB_SECONDS } from '../../jobs/protocol/job-properties';
import type { RunBeforeDeploymentOptions } from '../options/run-before-deployment-options';

/** A task with where it runs, and what has to be there before. */
interface Job extends Construct, RunnableTask {
  readonly vpc: ec2.IVpc;
  readonly vpcSubnets: ec2.SubnetSelection;
  readonly securityGroup: ec2.ISecurityGroup;
  readonly container: ecs.ContainerDefinition;
  /** @internal */
  readonly _ready: IDependable;
}

/** Has a task run to its end before CloudFormation updates a service. */
export function runBefore(
  service: ecs.FargateService, job: Job, { timeout = Duration.minutes(30) }: RunBeforeDeploymentOptions,
): CustomResource {
  requireTimeout(timeout);
  const id = `Before${service.node.addr.slice(-8)}`;
  if (job.node.tryFindChild(id) !== undefined) {
    throw new Error(
      `'${job.node.path}' already runs before the deployment of '${service.node.path}'; call 'runBeforeDeployment' once for each task`,
    );
  }
  const runner = JobRunner.of(Stack.of(service));
  runner.allow(job);
  const properties: JobProperties = {
    Cluster: job.cluster.clusterArn,
    TaskDefinition: job.taskDefinition.taskDefinitionArn,
    Subnets: job.vpc.selectSubnets(job.vpcSubnets).subnetIds,
    SecurityGroups: [job.securityGroup.securityGroupId],
    Container: job.container.containerName,
    LogGroup: job.logGroup.logGroupName,
    TimeoutSeconds: `${timeout.toSeconds()}`,
  };
  const run = new CustomResource(job, id, {
    serviceToken: runner.serviceToken,
    resourceType: 'Custom::FargateJobBeforeDeployment',
    properties: { ...properties },
  });
  run.node.addDependency(runner, job._ready, job.taskRole, job.executionRole);
  service.node.addDependency(run);
  return run;
}

function requireTimeout(timeout: Duration): void {
  if (timeout.isUnresolved() || timeout.toSeconds() <= LONGEST_JOB_SECONDS) return;
  throw new Error(
    `'timeout' is ${timeout.toSeconds()} seconds, but CloudFormation waits an hour for a custom resource, so a task before a deployment `
      + `can take ${LONGEST_JOB_SECONDS}; run it with AWS Step Functions before the deployment, or split it`,
  );
}
