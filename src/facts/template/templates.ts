import { declare } from './declare';
import type { Conditions } from './functions/conditions';
import { Resolver } from './resolve';
import type { Resource } from './resource';
import type { ImageBuild } from './source/built-images';
import type { Suppositions } from './source/open-parameters';
import type { Resolved } from './source/resolved';
import type { Assumptions } from './source/resolving';
import type { TemplateSource } from './source/template-source';

/** Matches a text that is nothing but a reference to one resource; the name of an attribute may have dots of its own. */
const REFERENCE = /^\$\{([^${}]*\/[A-Za-z0-9]+)\.([A-Za-z0-9_.:]+)\}$/;

/** All templates of an app together: finds resources by type, and the resource behind a reference, across stacks. */
export class Templates {
  /** The conditions of all templates, as far as anything decides them. */
  public readonly conditions: Conditions;

  private readonly resources = new Map<string, Resource>();
  private readonly builtImages: ReadonlyMap<string, ImageBuild>;
  private readonly byType = new Map<string, Resource[]>();

  constructor(
    public readonly sources: readonly TemplateSource[],
    assumptions: Assumptions = new Map(),
    private readonly supposed: Suppositions = new Map(),
    private readonly variants = new Map<string, Templates>(),
  ) {
    this.builtImages = new Map(sources.flatMap(({ builtImages }) => [...builtImages ?? []]));
    const resolver = new Resolver(sources, assumptions, supposed);
    this.conditions = resolver.conditions;
    for (const source of sources) {
      for (const logicalId of Object.keys(source.body.Resources ?? {})) {
        // What stands under the name of a function is a loop or an included file, and no resource.
        if (!logicalId.startsWith('Fn::')) this.add(declare(source, logicalId, resolver));
      }
    }
  }

  /** The same templates if more were known than they say. */
  public assuming(assumptions: Assumptions): Templates {
    return this.variant(assumptions, this.supposed);
  }

  /** The same templates if parameters that nobody gave a value for were these. */
  public supposing(values: Suppositions): Templates {
    return this.variant(new Map(), values);
  }

  /** Does a piece of work once; whoever wants the answer depends on the conditions that the work asked for. */
  public remember<T>(work: () => T): () => T {
    return this.conditions.asked.remember(work);
  }

  /** Every resource, in the order of the templates. */
  public all(): readonly Resource[] {
    return [...this.resources.values()];
  }

  /** Every resource of a type, in the order of the templates. */
  public ofType(type: string): readonly Resource[] {
    return this.byType.get(type) ?? [];
  }

  /** The resource that a value refers to, if it is a reference to one of these templates' resources. */
  public referred(value: Resolved, type?: string): Resource | undefined {
    const key = typeof value === 'string' ? REFERENCE.exec(value)?.[1] : undefined;
    const resource = key === undefined ? undefined : this.resources.get(key);
    return type === undefined || resource?.type === type ? resource : undefined;
  }

  /** The resource of a key. */
  public withKey(key: string): Resource | undefined {
    return this.resources.get(key);
  }

  /** How the app builds the image that it will push under a tag. */
  public buildOf(tag: string): ImageBuild | undefined {
    return this.builtImages.get(tag);
  }

  /** The Region that a stack is deployed to, where its app says so. */
  public regionOf(stack: string): string | undefined {
    return this.sources.find(source => source.stack === stack)?.environment?.region;
  }

  /** One name for a thing however it is referred to: its key when it is declared here, else the text itself. */
  public identify(value: string): string {
    return this.referred(value)?.key ?? value;
  }

  private variant(assumptions: Assumptions, supposed: Suppositions): Templates {
    const key = JSON.stringify([[...assumptions].sort(), [...supposed].sort()]);
    const variant = this.variants.get(key) ?? new Templates(this.sources, assumptions, supposed, this.variants);
    this.variants.set(key, variant);
    return variant;
  }

  private add(resource: Resource | undefined): void {
    if (resource === undefined) return;
    this.resources.set(resource.key, resource);
    const sameType = this.byType.get(resource.type);
    if (sameType === undefined) this.byType.set(resource.type, [resource]);
    else sameType.push(resource);
  }
}
