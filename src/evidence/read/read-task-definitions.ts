import { differences } from './differences';
import { UnreadableEvidence } from './unreadable-evidence';
import { shortName } from '../../aws/arn';
import { isObject, type JsonObject, objects, present, text, wholeNumber } from '../model/json-fields';
import type { ContainerSettings, Revision, TaskDefinitionSettings } from '../model/settings';

/** A task definition and the one before it. */
export interface TaskDefinitions {
  readonly current?: TaskDefinitionSettings;
  readonly previous?: TaskDefinitionSettings;
  readonly revision?: Revision;
}

/**
 * Reads `{ current, previous }`, each as describe-task-definition answers it.
 *
 * They are compared here, where the values of variables still are, so that nothing needs to keep them.
 */
export function readTaskDefinitions(value: unknown, place: string): TaskDefinitions {
  if (value === undefined || value === null) return {};
  if (!isObject(value)) {
    throw new UnreadableEvidence(place, `this must be an object { "current": …, "previous": … }, but is ${typeof value}`);
  }
  const [current, previous] = [value.current, value.previous].map(definitionIn);
  return present({
    current: current && settingsOf(current),
    previous: previous && settingsOf(previous),
    revision: current && previous && { name: nameOfRevision(previous, current), changes: differences(previous, current) },
  });
}

/** The definition, or the answer with the definition in it. */
function definitionIn(value: unknown): JsonObject | undefined {
  if (!isObject(value)) return undefined;
  return isObject(value.taskDefinition) ? value.taskDefinition : value;
}

const settingsOf = (definition: JsonObject): TaskDefinitionSettings => ({
  ...present({
    taskDefinitionArn: nameOf(definition),
    cpu: numeral(definition.cpu),
    memory: numeral(definition.memory),
    executionRoleArn: text(definition.executionRoleArn),
    taskRoleArn: text(definition.taskRoleArn),
  }),
  containers: objects(definition.containerDefinitions).flatMap(readContainer),
});

/** The ARN; a definition that was never registered has only a family and perhaps a revision. */
function nameOf({ taskDefinitionArn, family, revision }: JsonObject): string | undefined {
  const named = text(family) && [family, wholeNumber(revision)].filter(part => part !== undefined).join(':');
  return text(taskDefinitionArn) ?? named;
}

const numeral = (value: unknown): string | undefined => wholeNumber(value)?.toString();

function readContainer(container: JsonObject): readonly ContainerSettings[] {
  const name = text(container.name);
  if (name === undefined) return [];
  return [{
    name,
    // ECS takes a container for essential unless it is told otherwise.
    essential: container.essential !== false,
    ports: objects(container.portMappings).flatMap(({ containerPort }) => wholeNumber(containerPort) ?? []),
    ...present({
      image: text(container.image),
      memory: wholeNumber(container.memory),
      startPeriodSeconds: isObject(container.healthCheck) ? wholeNumber(container.healthCheck.startPeriod) : undefined,
    }),
    ...logOf(container.logConfiguration),
  }];
}

function logOf(configuration: unknown): Pick<ContainerSettings, 'logGroup' | 'logStreamPrefix' | 'logRegion'> {
  if (!isObject(configuration) || configuration.logDriver !== 'awslogs' || !isObject(configuration.options)) return {};
  const { options } = configuration;
  return present({
    logGroup: text(options['awslogs-group']),
    logStreamPrefix: text(options['awslogs-stream-prefix']),
    logRegion: text(options['awslogs-region']),
  });
}

function nameOfRevision(previous: JsonObject, current: JsonObject): string {
  const [before, after] = [previous, current].map(definition => shortName(nameOf(definition) ?? '').split(':'));
  if (before[0] === after[0] && before[1] && after[1]) return `task definition revision ${before[1]} → ${after[1]}`;
  const [from, to] = [before.join(':') || 'previous', after.join(':') || 'current'];
  return from === to ? 'task definition previous → current' : `task definition ${from} → ${to}`;
}
