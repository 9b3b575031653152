import { readContainer } from './container';
import { readDatabases } from './databases';
import { refusedOfTask } from './fargate-refuses';
import { readRole } from './role';
import { readCpu, readMemory } from './task-size';
import { readVolume } from './volume';
import type { TaskFacts } from '../model/task';
import { readList } from '../template/items';
import { placeOf, type Resource } from '../template/resource';
import { asNumber, asString, at, type ResolvedObject } from '../template/source/resolved';
import type { Templates } from '../template/templates';

/** Reads a task definition that the app declares. */
export function readTask(templates: Templates, task: Resource): TaskFacts {
  const { Cpu: cpu, Memory: memory, RuntimePlatform: platform, ContainerDefinitions: containers, Volumes: volumes } = task.properties;
  const { ExecutionRoleArn: executionRole, TaskRoleArn: taskRole } = task.properties;
  return {
    at: placeOf(task),
    family: asString(task.properties.Family),
    cpu: readCpu(cpu),
    memoryMiB: readMemory(memory),
    ephemeralStorageGiB: asNumber(at(task.properties.EphemeralStorage, 'SizeInGiB')),
    operatingSystem: asString(at(platform, 'OperatingSystemFamily')),
    cpuArchitecture: asString(at(platform, 'CpuArchitecture')),
    executionRole: readRole(templates, executionRole),
    taskRole: readRole(templates, taskRole),
    containers: readList(containers, (container, index) => readContainer(templates, task, container, index)),
    volumes: readList(volumes, volume => readVolume(templates, volume)),
    databases: readDatabases(templates, containers),
    leastBytes: leastBytesOf(task.properties),
    unsupportedParameters: refusedOfTask(task.properties),
  };
}

/** What is unknown may be short, so that a symbolic part counts for nothing. */
const leastBytesOf = (properties: ResolvedObject): number => Buffer.byteLength(JSON.stringify(properties).replace(/\$\{[^}]*\}/g, ''));
