/** A resource of a template, as far as CloudFormation's order of operations goes. */
export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly DependsOn?: string | readonly string[];
  readonly DeletionPolicy?: string;
}

export type Resources = Readonly<Record<string, TemplateResource>>;

/** The ids that a resource waits for: those that it refers to, and those that it names. */
export function directDependencies(resources: Resources, id: string): readonly string[] {
  const { Properties, DependsOn = [] } = resources[id];
  return [...new Set([DependsOn, referredBy(Properties)].flat())].filter(other => other in resources && other !== id);
}

/** Every id that has to be there before a resource is made. */
export function allDependencies(resources: Resources, id: string, seen = new Set<string>()): ReadonlySet<string> {
  for (const other of directDependencies(resources, id)) {
    if (seen.has(other)) continue;
    seen.add(other);
    allDependencies(resources, other, seen);
  }
  return seen;
}

function referredBy(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    if (key === 'Ref') return [String(inner)];
    if (key === 'Fn::GetAtt') return [String(Array.isArray(inner) ? inner[0] : String(inner).split('.')[0])];
    if (key === 'Fn::Sub') return [...substituted(inner), ...referredBy(inner)];
    return referredBy(inner);
  });
}

const substituted = (sub: unknown): readonly string[] =>
  [...String(Array.isArray(sub) ? sub[0] : sub).matchAll(/\$\{([A-Za-z0-9]+)/g)].map(([, id]) => id);
