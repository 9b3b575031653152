/** A container image's name in its parts, with Docker's defaults filled in. */
export interface ImageReference {
  readonly registry: string;
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
  /** Where a private ECR registry is; undefined for every other registry. */
  readonly ecr: { readonly account: string; readonly region: string } | undefined;
}

const REFERENCE = /^(?:([^/@]+)\/)?([^:@/][^:@]*)(?::([\w.-]{1,128}))?(?:@(sha\d+:[\da-fx*]+))?$/;
const ECR_HOST = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.com|on\.aws|amazonaws\.com\.cn)/;

/**
 * Takes an image reference apart; a text that is none gives undefined.
 *
 * No parser on npm fits: docker-parse-image takes digests for tags and knows no path of three parts, parse-docker-image-name has
 * another licence, and docker-reference refuses the digests that people mask and ECS cuts.
 */
export function parseImageReference(text: string): ImageReference | undefined {
  const match = REFERENCE.exec(text.trim());
  if (!match || /\s/.test(text.trim())) return undefined;
  const [, first, rest, tag, digest] = match;
  const { registry, path } = locate(first, rest);
  return { registry, repository: path, tag: tag ?? (digest ? undefined : 'latest'), digest, ecr: ecrOf(registry) };
}

/** The first part names a registry only when it looks like a host; Docker Hub's own images live under `library`. */
function locate(first: string | undefined, rest: string): { readonly registry: string; readonly path: string } {
  if (first !== undefined && (/[.:]/.test(first) || first === 'localhost')) {
    return { registry: first, path: first === 'docker.io' && !rest.includes('/') ? `library/${rest}` : rest };
  }
  return { registry: 'docker.io', path: first === undefined ? `library/${rest}` : `${first}/${rest}` };
}

function ecrOf(registry: string): ImageReference['ecr'] {
  const match = ECR_HOST.exec(registry);
  return match ? { account: match[1], region: match[2] } : undefined;
}
