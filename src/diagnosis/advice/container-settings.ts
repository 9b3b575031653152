import type { Evidence } from '../../evidence/model/evidence';
import type { ContainerSettings } from '../../evidence/model/settings';
import { guiltyContainer } from '../clues/guilty-container';

/** What the task definition says of a container: of the guilty one unless another is named, or of the only essential one. */
export function containerSettingsOf(evidence: Evidence, container = guiltyContainer(evidence)?.name): ContainerSettings | undefined {
  if (!evidence.taskDefinition) return undefined;
  const { containers } = evidence.taskDefinition;
  if (container !== undefined) return containers.find(({ name }) => name === container);
  const essential = containers.filter(settings => settings.essential);
  return essential.length === 1 ? essential[0] : undefined;
}
