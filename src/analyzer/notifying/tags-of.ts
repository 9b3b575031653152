import type { DescribedService } from './described-services';
import { objects } from '../../evidence/model/json-fields';

export type Tags = Readonly<Record<string, string>>;

/** The tags of a service; none of one that ECS does not describe. */
export const tagsOf = (service: DescribedService): Tags =>
  Object.fromEntries(objects(service?.tags).map(({ key, value }) => [String(key), String(value ?? '')]));
