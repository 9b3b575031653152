import { refusedOfContainer } from './fargate-refuses';
import { readImage } from './image';
import { asItems, readList } from './items';
import { readSecret } from './secret';
import { readObject } from './thing';
import type { ContainerFacts, ContainerHealthCheckFacts, EnvironmentVariable, LogConfigurationFacts, SecretFacts } from '../model/container';
import { type Fact, isKnown, type Known, UNKNOWN } from '../model/fact';
import { asBoolean, asNumber, asObject, asString, at, orElse, type Resolved } from '../template/resolved';
import { placeOf, type Resource } from '../template/resource';
import type { Templates } from '../template/templates';

/** Reads one container of a task definition. */
export function readContainer(templates: Templates, task: Resource, container: Resolved, index: number): ContainerFacts {
  return {
    at: placeOf(task, 'ContainerDefinitions', index),
    name: orUnknown(asString(at(container, 'Name'))),
    image: readImage(templates, at(container, 'Image')),
    essential: orElse(asBoolean(at(container, 'Essential')), true),
    environment: readEnvironment(at(container, 'Environment')),
    environmentObjects: readList(at(container, 'EnvironmentFiles'), file => readObject(templates, asString(at(file, 'Value')))),
    secrets: readSecrets(templates, container),
    portMappings: readList(at(container, 'PortMappings'), mapping => ({
      containerPort: asNumber(at(mapping, 'ContainerPort')),
      hostPort: asNumber(at(mapping, 'HostPort')),
    })),
    logConfiguration: readLogConfiguration(at(container, 'LogConfiguration')),
    healthCheck: readHealthCheck(at(container, 'HealthCheck')),
    stopTimeoutSeconds: asNumber(at(container, 'StopTimeout')),
    unsupportedParameters: refusedOfContainer(container),
  };
}

/** A variable whose name only deployment decides tells nothing that a rule could judge. */
function readEnvironment(value: Resolved): Known<readonly EnvironmentVariable[]> {
  const variables = readList(value, item => ({ name: asString(at(item, 'Name')), value: orUnknown(asString(at(item, 'Value'))) }));
  return isKnown(variables) ? variables.filter((variable): variable is EnvironmentVariable => typeof variable.name === 'string') : UNKNOWN;
}

/** The log driver's secrets are fetched by the same role before the start as the container's own. */
function readSecrets(templates: Templates, container: Resolved): Known<readonly SecretFacts[]> {
  const ofLogs = asItems(at(container, 'LogConfiguration', 'SecretOptions')).map(item => readSecret(templates, item));
  const own = readList(at(container, 'Secrets'), item => readSecret(templates, item));
  return isKnown(own) ? [...own, ...ofLogs] : UNKNOWN;
}

function readLogConfiguration(value: Resolved): Fact<LogConfigurationFacts> {
  const configuration = asObject(value);
  if (configuration === undefined || configuration === UNKNOWN) return configuration;
  const options = orElse(asObject(configuration.Options), {});
  return {
    driver: orUnknown(asString(configuration.LogDriver)),
    options: isKnown(options) ? Object.fromEntries(Object.entries(options).map(([name, option]) => [name, orUnknown(asString(option))])) : UNKNOWN,
  };
}

function readHealthCheck(value: Resolved): Fact<ContainerHealthCheckFacts> {
  const check = asObject(value);
  if (check === undefined || check === UNKNOWN) return check;
  return {
    intervalSeconds: asNumber(check.Interval),
    timeoutSeconds: asNumber(check.Timeout),
    retries: asNumber(check.Retries),
    startPeriodSeconds: asNumber(check.StartPeriod),
  };
}

const orUnknown = <T>(fact: Fact<T>): Known<T> => (fact === undefined ? UNKNOWN : fact);
