import type { ServiceAnswer } from '../../facts/account/resources/service';
import { UNKNOWN } from '../../facts/model/fact';
import type { Evidence } from '../model/evidence';
import { isObject, type JsonObject, objects, text } from '../model/json-fields';

/** A service of which at least a name is known. */
type StoppedService = ServiceAnswer & { readonly serviceArn: string };

/**
 * The service as it was for the task that stopped: with the task's own definition and subnet, and with the security groups of
 * the deployment that started it. A task without a service is one of its own, of whose security groups nothing is known.
 */
export function stoppedService(evidence: Evidence, described: JsonObject = {}): StoppedService {
  const { task, service } = evidence;
  return {
    ...described,
    serviceArn: text(described.serviceArn) ?? task.taskArn ?? 'task',
    serviceName: service,
    clusterArn: task.clusterArn,
    taskDefinition: task.taskDefinitionArn,
    capacityProviderStrategy: undefined,
    launchType: task.launchType ?? (task.capacityProviderName?.startsWith('FARGATE') ? 'FARGATE' : text(described.launchType)),
    networkConfiguration: { awsvpcConfiguration: placement(evidence, described) },
  };
}

function placement({ task }: Evidence, described: JsonObject): JsonObject {
  const deployment = objects(described.deployments).find(({ id }) => id === task.startedBy);
  const { awsvpcConfiguration } = configurationOf(deployment) ?? configurationOf(described) ?? {};
  const settings = isObject(awsvpcConfiguration) ? awsvpcConfiguration : {};
  const { subnets = UNKNOWN, securityGroups = UNKNOWN, assignPublicIp = UNKNOWN } = settings;
  const own = task.attachments.map(({ details }) => details.subnetId).find(subnet => subnet !== undefined);
  return { subnets: own === undefined ? subnets : [own], securityGroups, assignPublicIp };
}

const configurationOf = (run: JsonObject | undefined): JsonObject | undefined =>
  isObject(run?.networkConfiguration) ? run.networkConfiguration : undefined;
