import type { ContainerSummary, ServiceSummary } from './settings/service-summary';
import type { ContainerFacts } from '../../facts/model/container';
import { type Fact, isKnown, type Known, type Unknown } from '../../facts/model/fact';
import type { ServiceFacts } from '../../facts/model/service';

/** The facts of a service in the form that rules of other people may rely on, however the facts themselves change. */
export function summaryOf({ name: path, task, network, ...service }: ServiceFacts): ServiceSummary {
  const { desiredCount, platformVersion, healthCheckGracePeriodSeconds, enableExecuteCommand } = service;
  const containers = partOf(task, given => given.containers);
  const { known, undecided } = decided({
    desiredCount,
    platformVersion,
    healthCheckGracePeriodSeconds,
    enableExecuteCommand,
    cpu: partOf(task, ({ cpu }) => cpu),
    memoryMiB: partOf(task, ({ memoryMiB }) => memoryMiB),
    cpuArchitecture: partOf(task, ({ cpuArchitecture }) => cpuArchitecture),
    operatingSystem: partOf(task, ({ operatingSystem }) => operatingSystem),
    assignPublicIp: partOf(network, ({ assignPublicIp }) => assignPublicIp),
  });
  return {
    path,
    ...known,
    containers: listOf(containers).map(summaryOfContainer),
    undecided: [...undecided, ...decided({ containers }).undecided],
  };
}

function summaryOfContainer({
  environment,
  secrets,
  portMappings: ports,
  image,
  logConfiguration,
  ...container
}: ContainerFacts): ContainerSummary {
  const { name, essential, user, readonlyRootFilesystem, stopTimeoutSeconds, memoryMiB } = container;
  const { known, undecided } = decided({
    name,
    essential,
    user,
    readonlyRootFilesystem,
    stopTimeoutSeconds,
    memoryMiB,
    image: partOf(image, ({ reference }) => reference),
    logDriver: partOf(logConfiguration, ({ driver }) => driver),
  });
  const variables = listOf(environment);
  return {
    ...known,
    environment: Object.fromEntries(variables.flatMap(variable => isKnown(variable.value) ? [[variable.name, variable.value]] : [])),
    secrets: listOf(secrets).map(secret => secret.name),
    ports: listOf(ports).flatMap(({ containerPort }) => isKnown(containerPort) ? (containerPort ?? []) : []),
    undecided: [
      ...undecided,
      ...decided({ environment, secrets, ports }).undecided,
      ...variables.flatMap(variable => isKnown(variable.value) ? [] : `environment.${variable.name}`),
    ],
  };
}

interface Decided<T> {
  readonly known: { readonly [K in keyof T]?: Exclude<T[K], symbol> };
  readonly undecided: string[];
}

/** Tells what is decided from what only deployment decides. */
function decided<T extends Readonly<Record<string, Fact<unknown>>>>(facts: T): Decided<T> {
  const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => isKnown(value) && value !== undefined));
  return { known: known as Decided<T>['known'], undecided: Object.keys(facts).filter(name => !isKnown(facts[name])) };
}

/** Nobody knows the parts of a thing that nobody knows. */
const partOf = <T extends object, Part>(thing: Fact<T>, part: (thing: T) => Part): Part | Unknown | undefined =>
  typeof thing === 'object' ? part(thing) : thing;

const listOf = <T>(list: Known<readonly T[]> | undefined): readonly T[] => Array.isArray(list) ? list : [];
