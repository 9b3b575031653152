import { type Fact, type Known, UNKNOWN } from './model/fact';
import type { CircuitBreakerFacts, ServiceFacts } from './model/service';
import { runsOnFargate } from './readers/capacity';
import { readCluster } from './readers/cluster';
import { readNetwork } from './readers/network';
import { readTargetGroups } from './readers/target-group';
import { readTask } from './readers/task';
import { asBoolean, asNumber, asObject, asString, at, orElse, type Resolved } from './template/resolved';
import { placeOf, type Resource } from './template/resource';
import type { Templates } from './template/templates';

/** Every service whose tasks run on Fargate. */
export const findServices = (templates: Templates): readonly Resource[] =>
  templates.ofType('AWS::ECS::Service').filter(service => runsOnFargate(templates, service));

/** The facts of every Fargate service of an app. */
export const readServices = (templates: Templates): readonly ServiceFacts[] =>
  findServices(templates).map(service => readService(templates, service));

/** The facts of one Fargate service, wherever in the app the things that it uses are declared. */
export function readService(templates: Templates, service: Resource): ServiceFacts {
  const { properties } = service;
  return {
    at: placeOf(service),
    name: service.path,
    deploymentController: readDeploymentController(properties.DeploymentController),
    circuitBreaker: readCircuitBreaker(at(properties.DeploymentConfiguration, 'DeploymentCircuitBreaker')),
    desiredCount: asNumber(properties.DesiredCount),
    healthCheckGracePeriodSeconds: asNumber(properties.HealthCheckGracePeriodSeconds),
    enableExecuteCommand: orElse(asBoolean(properties.EnableExecuteCommand), false),
    network: readNetwork(templates, service),
    targetGroups: readTargetGroups(templates, service),
    cluster: readCluster(templates, properties.Cluster),
    task: readTask(templates, properties.TaskDefinition),
  };
}

const readDeploymentController = (value: Resolved): Known<string> => orElse(asString(at(value, 'Type')), 'ECS');

function readCircuitBreaker(value: Resolved): Fact<CircuitBreakerFacts> {
  const breaker = asObject(value);
  if (breaker === undefined || breaker === UNKNOWN) return breaker;
  return { enable: orElse(asBoolean(breaker.Enable), false), rollback: orElse(asBoolean(breaker.Rollback), false) };
}
