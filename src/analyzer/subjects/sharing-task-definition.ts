import type { BaseService } from 'aws-cdk-lib/aws-ecs';

/** The services of one cluster that run the same task definition, whose tasks their rules have to tell apart. */
export const sharingTaskDefinition = ({ taskDefinition, cluster }: BaseService, watched: readonly BaseService[]): readonly BaseService[] =>
  watched.filter(other => other.taskDefinition === taskDefinition && other.cluster === cluster);

/** Whether another service of the cluster runs the same task definition. */
export const sharesTaskDefinition = (service: BaseService, watched: readonly BaseService[]): boolean =>
  sharingTaskDefinition(service, watched).length > 1;
