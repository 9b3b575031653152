import { type Fact, type Known, UNKNOWN } from '../model/fact';
import type { ExpiryFacts, RepositoryFacts } from '../model/repository';
import { oncePerApp } from '../template/once';
import { placeOf, type Resource } from '../template/resource';
import { asString, at, type Resolved } from '../template/source/resolved';
import type { Templates } from '../template/templates';

/** Reads a repository that the app declares, from which a task of a stack pulls. */
export function readRepository(templates: Templates, repository: Resource, stack: string): RepositoryFacts {
  const { ImageTagMutability: mutability, LifecyclePolicy: policy } = repository.properties;
  return {
    at: placeOf(repository, 'LifecyclePolicy'),
    createdWithTask: repository.stack === stack ? staysEmpty(templates, repository) : false,
    mutableTags: areMutable(asString(mutability)),
    expiries: readExpiries(policy),
  };
}

/** A custom resource can push an image; a repository under a condition may have been there before. */
function staysEmpty(templates: Templates, { condition, key }: Resource): Known<boolean> {
  return usedByCustomResources(templates).has(key) || condition !== undefined ? UNKNOWN : true;
}

const usedByCustomResources = oncePerApp((templates): ReadonlySet<string> =>
  new Set(templates.all().filter(({ type }) => CUSTOM_RESOURCE.test(type)).flatMap(({ dependsOn }) => dependsOn)));

const CUSTOM_RESOURCE = /^(?:Custom::|AWS::CloudFormation::CustomResource$)/;

/** With exclusions, some of the tags are mutable and others are not. */
const areMutable = (mutability: Fact<string>): Known<boolean> =>
  mutability === undefined || mutability === 'MUTABLE' ? true : mutability === 'IMMUTABLE' ? false : UNKNOWN;

/** Without a lifecycle policy a repository keeps every image. */
function readExpiries(policy: Resolved): Known<readonly ExpiryFacts[]> {
  if (policy === undefined) return [];
  const text = asString(at(policy, 'LifecyclePolicyText'));
  try {
    const { rules } = JSON.parse(String(text)) as { readonly rules: readonly LifecycleRule[] };
    return rules.filter(({ action }) => action?.type === 'expire').map(readExpiry);
  } catch {
    return UNKNOWN;
  }
}

/** As AWS documents it; who writes it by hand may leave anything out. */
interface LifecycleRule {
  readonly action?: { readonly type?: string };
  readonly selection?: { readonly tagStatus?: string; readonly countType?: string; readonly countNumber?: number };
}

function readExpiry({ selection: { tagStatus, countType, countNumber } = {} }: LifecycleRule): ExpiryFacts {
  const count = typeof countNumber === 'number' ? countNumber : UNKNOWN;
  return {
    tagStatus: tagStatus ?? UNKNOWN,
    mostImages: countType === 'imageCountMoreThan' ? count : undefined,
    mostDays: countType === 'sinceImagePushed' ? count : undefined,
  };
}
