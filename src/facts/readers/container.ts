import { bucketsNamed } from './bucket';
import { refusedOfContainer } from './fargate-refuses';
import { readImage } from './image';
import { readLogConfiguration } from './log-configuration';
import { readMountPoints } from './mount-points';
import { readObject } from './policy-holder';
import { readRegistryAccount, readSecret } from './secret';
import { parameterOf } from './variable-parameters';
import type { ContainerFacts, ContainerHealthCheckFacts, EnvironmentVariable, SecretFacts } from '../model/container';
import { type Fact, isKnown, type Known, UNKNOWN } from '../model/fact';
import { readList } from '../template/items';
import { placeOf, type Resource } from '../template/resource';
import { asBoolean, asLiteral, asNumber, asObject, asString, at, orElse, type Resolved } from '../template/source/resolved';
import type { Templates } from '../template/templates';

/** Reads one container of a task definition. */
export function readContainer(templates: Templates, task: Resource, container: Resolved, index: number): ContainerFacts {
  return {
    at: placeOf(task, 'ContainerDefinitions', index),
    name: orUnknown(asString(at(container, 'Name'))),
    image: readImage(templates, at(container, 'Image'), task.stack),
    essential: orElse(asBoolean(at(container, 'Essential')), true),
    environment: readEnvironment(templates, task, container),
    environmentFiles: readList(at(container, 'EnvironmentFiles'), file => readArn(templates, at(file, 'Value'))),
    environmentObjects: readList(at(container, 'EnvironmentFiles'), file => readObject(templates, asString(at(file, 'Value')))),
    secrets: readSecrets(templates, task.stack, container),
    portMappings: readList(at(container, 'PortMappings'), mapping => ({
      containerPort: asNumber(at(mapping, 'ContainerPort')),
      hostPort: asNumber(at(mapping, 'HostPort')),
      name: asLiteral(at(mapping, 'Name')),
    })),
    logConfiguration: readLogConfiguration(templates, at(container, 'LogConfiguration'), task.stack),
    healthCheck: readHealthCheck(at(container, 'HealthCheck')),
    routesLogs: routesLogs(at(container, 'FirelensConfiguration')),
    stopTimeoutSeconds: asNumber(at(container, 'StopTimeout')),
    restarts: orElse(asBoolean(at(container, 'RestartPolicy', 'Enabled')), false),
    cpu: asNumber(at(container, 'Cpu')),
    memoryMiB: asNumber(at(container, 'Memory')),
    memoryReservationMiB: asNumber(at(container, 'MemoryReservation')),
    user: asString(at(container, 'User')),
    readonlyRootFilesystem: orElse(asBoolean(at(container, 'ReadonlyRootFilesystem')), false),
    mountPoints: readMountPoints(container),
    volumesFrom: readList(at(container, 'VolumesFrom'), source => literal(at(source, 'SourceContainer'))),
    ulimits: readList(at(container, 'Ulimits'), limit => ({
      name: orUnknown(asString(at(limit, 'Name'))),
      soft: asNumber(at(limit, 'SoftLimit')),
      hard: asNumber(at(limit, 'HardLimit')),
    })),
    dependsOn: readList(at(container, 'DependsOn'), dependency => ({
      container: literal(at(dependency, 'ContainerName')),
      condition: literal(at(dependency, 'Condition')),
    })),
    versionConsistency: orElse(asString(at(container, 'VersionConsistency')), 'enabled'),
    initProcess: orElse(asBoolean(at(container, 'LinuxParameters', 'InitProcessEnabled')), false),
    repositoryCredentials: readRegistryAccount(templates, task.stack, at(container, 'RepositoryCredentials', 'CredentialsParameter')),
    unsupportedParameters: refusedOfContainer(container),
  };
}

/** A variable whose name only deployment decides tells nothing that a rule could judge. */
function readEnvironment(templates: Templates, task: Resource, container: Resolved): Known<readonly EnvironmentVariable[]> {
  const containerName = String(asString(at(container, 'Name')));
  const variables = readList(at(container, 'Environment'), item => {
    const name = asString(at(item, 'Name'));
    const parameter = typeof name === 'string' ? parameterOf(templates, task, containerName, name) : undefined;
    return { name, value: orUnknown(asString(at(item, 'Value'))), ...parameter && { parameter } };
  });
  return isKnown(variables) ? variables.filter((variable): variable is EnvironmentVariable => typeof variable.name === 'string') : UNKNOWN;
}

function readArn(templates: Templates, value: Resolved): Known<string> {
  const arn = asString(value);
  return typeof arn === 'string' ? bucketsNamed(templates, arn) : UNKNOWN;
}

/** The log driver's secrets are fetched by the same role before the start as the container's own. */
function readSecrets(templates: Templates, stack: string, container: Resolved): Known<readonly SecretFacts[]> {
  const own = readList(at(container, 'Secrets'), item => readSecret(templates, stack, item));
  const ofLogs = readList(at(container, 'LogConfiguration', 'SecretOptions'), item =>
    ({ ...readSecret(templates, stack, item), ofLogDriver: true }));
  return isKnown(own) && isKnown(ofLogs) ? [...own, ...ofLogs] : UNKNOWN;
}

function routesLogs(value: Resolved): Known<boolean> {
  const router = asObject(value);
  return isKnown(router) ? router !== undefined : UNKNOWN;
}

function readHealthCheck(value: Resolved): Fact<ContainerHealthCheckFacts> {
  const check = asObject(value);
  if (check === undefined || check === UNKNOWN) return check;
  return {
    command: readList(check.Command, word => orUnknown(asString(word))),
    intervalSeconds: asNumber(check.Interval),
    timeoutSeconds: asNumber(check.Timeout),
    retries: asNumber(check.Retries),
    startPeriodSeconds: asNumber(check.StartPeriod),
  };
}

const orUnknown = <T>(fact: Fact<T>): Known<T> => fact === undefined ? UNKNOWN : fact;

/** A text that names one thing, and not a symbol for what only deployment decides. */
const literal = (value: Resolved): Known<string> => {
  const text = asString(value);
  return typeof text === 'string' && !text.includes('${') ? text : UNKNOWN;
};
