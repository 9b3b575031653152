import type { HardenedFargateServiceProps } from '../options/hardened-fargate-service-props';

/** What describes a task, and belongs to the task definition where that is given. */
const DESCRIBE_A_TASK = [
  'image', 'portMappings', 'cpu', 'memoryLimitMiB', 'ephemeralStorageGiB', 'cpuArchitecture', 'environment', 'environmentFiles', 'secrets',
  'command', 'entryPoint', 'user', 'writablePaths', 'healthCheck', 'logging', 'logGroup', 'logRetention', 'logEncryptionKey', 'family',
  'taskRole', 'executionRole',
] as const;

/** Refuses what would describe a task beside a task definition that is given. */
export function requireAsItIs(props: HardenedFargateServiceProps): void {
  const contrary = DESCRIBE_A_TASK.find(prop => props[prop] !== undefined);
  if (contrary === undefined) return;
  throw new Error(
    `'taskDefinition' and '${contrary}' are both set, but your own task definition is used without changes; remove '${contrary}', and `
      + 'set it where the task definition is declared',
  );
}
