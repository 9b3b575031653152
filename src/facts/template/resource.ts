import type { ResolvedObject } from './source/resolved';
import type { Place } from '../model/place';

/** A resource of one of the templates, with its properties followed through references. */
export interface Resource {
  /** `stack/LogicalId`: the same for every way of referring to the resource. */
  readonly key: string;
  readonly type: string;
  readonly stack: string;
  readonly assembly: string;
  readonly logicalId: string;
  /** The construct path, or the logical id where there is none. */
  readonly path: string;
  readonly file?: string;
  /** The condition under which the resource is made at all, while only deployment decides whether it holds. */
  readonly condition?: string;
  /** The keys of what CloudFormation makes first: what the resource waits for, and what it refers to. */
  readonly dependsOn: readonly string[];
  readonly properties: ResolvedObject;
}

/** Points at a resource, or at a place in its properties. */
export function placeOf(resource: Resource, ...names: readonly (string | number)[]): Place {
  return { path: resource.path, logicalId: resource.logicalId, template: resource.file, property: ['Properties', ...names].join('.') };
}
