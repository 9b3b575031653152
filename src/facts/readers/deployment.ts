import type { CircuitBreakerFacts } from '../model/deployment';
import { type Fact, UNKNOWN } from '../model/fact';
import type { ServiceFacts } from '../model/service';
import type { Resource } from '../template/resource';
import { asBoolean, asLiteral, asNumber, asObject, asString, at, orElse, type Resolved } from '../template/source/resolved';

type DeploymentFacts = Pick<
  ServiceFacts,
  'availabilityZoneRebalancing' | 'circuitBreaker' | 'deploymentAlarms' | 'deploymentController' | 'deploymentStrategy'
  | 'maximumPercent' | 'minimumHealthyPercent'
>;

/** How a service goes from one version to the next; what it does not say, ECS decides. */
export function readDeployment({ properties }: Resource): DeploymentFacts {
  const { DeploymentController: controller, DeploymentConfiguration: configuration } = properties;
  return {
    deploymentController: orElse(asString(at(controller, 'Type')), 'ECS'),
    deploymentStrategy: orElse(asString(at(configuration, 'Strategy')), 'ROLLING'),
    deploymentAlarms: orElse(asBoolean(at(configuration, 'Alarms', 'Enable')), false),
    availabilityZoneRebalancing: asLiteral(properties.AvailabilityZoneRebalancing),
    circuitBreaker: readCircuitBreaker(at(configuration, 'DeploymentCircuitBreaker')),
    minimumHealthyPercent: orElse(asNumber(at(configuration, 'MinimumHealthyPercent')), 100),
    maximumPercent: orElse(asNumber(at(configuration, 'MaximumPercent')), 200),
  };
}

function readCircuitBreaker(value: Resolved): Fact<CircuitBreakerFacts> {
  const breaker = asObject(value);
  if (breaker === undefined || breaker === UNKNOWN) return breaker;
  return { enable: orElse(asBoolean(breaker.Enable), false), rollback: orElse(asBoolean(breaker.Rollback), false) };
}
