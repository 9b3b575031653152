import { readAlarms } from './alarms';
import { runsOnFargate } from './capacity';
import { readStrategy } from './capacity-strategy';
import { readCluster } from './cluster';
import { readDeployment } from './deployment';
import { refusedOfService } from './fargate-refuses';
import { readNetwork } from './network';
import { readScaling } from './scaling';
import { readServiceConnectServices } from './service-connect';
import { readRegistries } from './service-registries';
import { readRegistrations, readTargetGroups } from './target-group';
import { readTask } from './task';
import { findStandaloneTasks, taskDefinitionOf } from './task-definition';
import { readUnawaited } from './unawaited';
import { isKnown, type Known, UNKNOWN } from '../model/fact';
import type { ServiceFacts } from '../model/service';
import type { TaskFacts } from '../model/task';
import { placeOf, type Resource } from '../template/resource';
import { asBoolean, asList, asNumber, asString, orElse } from '../template/source/resolved';
import type { Templates } from '../template/templates';

/** Every service whose tasks run on Fargate. */
export const findServices = (templates: Templates): readonly Resource[] =>
  templates.ofType('AWS::ECS::Service').filter(service => runsOnFargate(templates, service));

/** The facts of every Fargate service of an app. */
export const readServices = (templates: Templates): readonly ServiceFacts[] =>
  findServices(templates).map(service => readService(templates, service));

/** The facts of every task definition for Fargate that no service of the app runs. */
export const readStandaloneTasks = (templates: Templates): readonly TaskFacts[] =>
  findStandaloneTasks(templates).map(task => readTask(templates, task));

/** The facts of one Fargate service, wherever in the app the things that it uses are declared. */
export function readService(templates: Templates, service: Resource): ServiceFacts {
  const { properties } = service;
  return {
    at: placeOf(service),
    name: service.path,
    serviceName: asString(properties.ServiceName),
    ...readDeployment(service),
    desiredCount: asNumber(properties.DesiredCount),
    scaling: readScaling(templates, service),
    launchType: asString(properties.LaunchType),
    capacityProviderStrategy: readStrategy(templates, service),
    platformVersion: asString(properties.PlatformVersion),
    unsupportedParameters: refusedOfService(properties),
    healthCheckGracePeriodSeconds: asNumber(properties.HealthCheckGracePeriodSeconds),
    enableExecuteCommand: orElse(asBoolean(properties.EnableExecuteCommand), false),
    managedTags: orElse(asBoolean(properties.EnableECSManagedTags), false),
    propagateTags: asString(properties.PropagateTags),
    alarms: readAlarms(templates, service),
    unawaited: readUnawaited(templates, service),
    network: readNetwork(templates, service),
    registrations: readRegistrations(service),
    serviceConnectServices: readServiceConnectServices(service),
    registries: readRegistries(templates, service),
    targetGroups: readTargetGroups(templates, service),
    servesLattice: servesLattice(service),
    cluster: readCluster(templates, properties.Cluster),
    task: readTaskOf(templates, service),
  };
}

/** A task definition that is declared elsewhere is unknown. */
function readTaskOf(templates: Templates, service: Resource): Known<TaskFacts> {
  const task = taskDefinitionOf(templates, service);
  return task === undefined ? UNKNOWN : readTask(templates, task);
}

function servesLattice({ properties }: Resource): Known<boolean> {
  const configurations = asList(properties.VpcLatticeConfigurations);
  return isKnown(configurations) ? configurations.length > 0 : UNKNOWN;
}
