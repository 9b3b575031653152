import { Resolver } from './resolve';
import type { Resolved, ResolvedObject } from './resolved';
import type { Resource } from './resource';
import type { TemplateResource, TemplateSource } from './template-source';

/** Matches a text that is nothing but a reference to one resource. */
const REFERENCE = /^\$\{([^${}]+)\.([A-Za-z0-9_.:]+)\}$/;

/** All templates of an app together: finds resources by type, and the resource behind a reference, across stacks. */
export class Templates {
  private readonly resources = new Map<string, Resource>();
  private readonly byType = new Map<string, Resource[]>();

  constructor(sources: readonly TemplateSource[]) {
    const resolver = new Resolver(sources);
    for (const source of sources) {
      for (const [logicalId, declared] of Object.entries(source.body.Resources ?? {})) this.add(source, logicalId, declared, resolver);
    }
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

  /** One name for a thing however it is referred to: its key when it is declared here, else the text itself. */
  public identify(value: string): string {
    return this.referred(value)?.key ?? value;
  }

  private add(source: TemplateSource, logicalId: string, declared: TemplateResource, resolver: Resolver): void {
    const resource = declare(source, logicalId, declared, resolver);
    this.resources.set(resource.key, resource);
    const sameType = this.byType.get(resource.type);
    if (sameType === undefined) this.byType.set(resource.type, [resource]);
    else sameType.push(resource);
  }
}

/** Properties are followed when somebody asks for them: most resources of an app are none of our business. */
function declare(source: TemplateSource, logicalId: string, declared: TemplateResource, resolver: Resolver): Resource {
  let properties: ResolvedObject | undefined;
  return {
    key: `${source.stack}/${logicalId}`,
    type: declared.Type,
    stack: source.stack,
    assembly: source.assembly,
    logicalId,
    path: source.paths.get(logicalId) ?? logicalId,
    file: source.file,
    get properties() {
      return properties ??= resolver.resolveObject(declared.Properties ?? {}, source.stack);
    },
  };
}
