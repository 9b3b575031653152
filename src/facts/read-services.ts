import { UNKNOWN } from './model/fact';
import type { ServiceFacts } from './model/service';
import { runsOnFargate } from './readers/capacity';
import { placeOf, type Resource } from './template/resource';
import type { Templates } from './template/templates';

/** Every service whose tasks run on Fargate. */
export const findServices = (templates: Templates): readonly Resource[] =>
  templates.ofType('AWS::ECS::Service').filter(service => runsOnFargate(templates, service));

/** The facts of every Fargate service of an app. */
export const readServices = (templates: Templates): readonly ServiceFacts[] =>
  findServices(templates).map(service => readService(templates, service));

/** The facts of one Fargate service, wherever in the app the things that it uses are declared. */
export function readService(_templates: Templates, service: Resource): ServiceFacts {
  return {
    at: placeOf(service),
    name: service.path,
    deploymentController: UNKNOWN,
    circuitBreaker: UNKNOWN,
    desiredCount: UNKNOWN,
    healthCheckGracePeriodSeconds: UNKNOWN,
    enableExecuteCommand: UNKNOWN,
    network: UNKNOWN,
    targetGroups: UNKNOWN,
    cluster: UNKNOWN,
    task: UNKNOWN,
  };
}
