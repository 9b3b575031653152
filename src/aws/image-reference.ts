import { REGISTRY_DOMAINS } from './partitions';

/** The parts of an image's name as they are written. */
export interface WrittenImage {
  /** The host of the registry; absent where Docker Hub is meant without being named. */
  readonly host: string | undefined;
  readonly path: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/** A private registry of ECR. */
export interface EcrRegistry {
  readonly account: string;
  readonly region: string;
  /** Whether its name leads to IPv6 addresses too. */
  readonly dualStack: boolean;
}

/** A container image's name in its parts, with Docker's defaults filled in. */
export interface ImageReference {
  readonly registry: string;
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
  /** Where a private ECR registry is; undefined for every other registry. */
  readonly ecr: EcrRegistry | undefined;
}

/** The registry of ECR's public gallery. */
export const ECR_PUBLIC = 'public.ecr.aws';

/** The names by which people call Docker Hub. */
const DOCKER_HUB = ['docker.io', 'index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com'];

/** Whether a host is Docker Hub, which is meant where none is named. */
export const isDockerHub = (host: string | undefined): boolean => host === undefined || DOCKER_HUB.includes(host);

/** A character that Unicode leaves to private use stands for a part that only deployment knows. */
const SYMBOL = '[\\ue000-\\uf8ff]';

const DOMAINS = REGISTRY_DOMAINS.map(domain => domain.replace(/\./g, '\\.')).join('|');

const PART = `(?=[^.]*${SYMBOL})[^.]+`;

/** @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-requests.html */
const ECR_HOST = new RegExp(
  `^(\\d{12}|${PART})\\.dkr([.-])ecr(?:-fips)?\\.([a-z0-9-]+|${PART})\\.(?:${DOMAINS}|(?=.*${SYMBOL}).+)$`,
);

/** The private registry of ECR that a host is, in any partition; undefined for every other host. */
export function ecrRegistryOf(host: string | undefined): EcrRegistry | undefined {
  const match = ECR_HOST.exec(host ?? '');
  return match ? { account: match[1], region: match[3], dualStack: match[2] === '-' } : undefined;
}

const HOST = new RegExp(`[.:]|${SYMBOL}|^localhost$`);

/**
 * Takes the name of an image apart.
 *
 * A first part that looks like no host is a path on Docker Hub, and a symbol may be the host with its path.
 */
export function takeApart(image: string): WrittenImage {
  const [name = '', digest] = image.split('@');
  const [first, ...others] = name.split('/');
  const isHost = others.length > 0 ? HOST.test(first) : new RegExp(`^${SYMBOL}`).test(first);
  const host = others.length > 0 ? first : first.charAt(0);
  const rest = isHost ? name.slice(host.length).replace(/^\//, '') : name;
  const lastPart = rest.slice(rest.lastIndexOf('/') + 1);
  const [, tag] = /:(.*)/s.exec(lastPart) ?? [];
  return { host: isHost ? host : undefined, path: tag === undefined ? rest : rest.slice(0, -tag.length - 1), tag, digest };
}

/**
 * Reads an image reference as Docker does; a text that is none gives undefined.
 *
 * No parser on npm fits: docker-parse-image takes digests for tags and knows no path of three parts, parse-docker-image-name has
 * another licence, and docker-reference refuses the digests that people mask and ECS cuts.
 */
export function parseImageReference(text: string): ImageReference | undefined {
  const written = takeApart(text.trim());
  if (!isWellFormed(written) || text.includes('://')) return undefined;
  const { host, path, tag, digest } = written;
  return {
    registry: host ?? 'docker.io',
    // Docker Hub's own images live under `library`.
    repository: isDockerHub(host) && !path.includes('/') ? `library/${path}` : path,
    tag: tag ?? (digest === undefined ? 'latest' : undefined),
    digest,
    ecr: ecrRegistryOf(host),
  };
}

const isWellFormed = ({ host = '', path, tag = 'latest', digest = 'sha256:0' }: WrittenImage): boolean =>
  /^[^\s:@/][^\s:@]*$/.test(path) && !/\s/.test(host) && /^[\w.-]{1,128}$/.test(tag) && /^sha\d+:[\da-fx*]+$/.test(digest);
