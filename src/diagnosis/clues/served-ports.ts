import type { Evidence } from '../../evidence/model/evidence';

/** The ports that the containers of the task definition declare. */
export const servedPorts = ({ taskDefinition }: Evidence): readonly number[] =>
  taskDefinition?.containers.flatMap(({ ports }) => ports) ?? [];
