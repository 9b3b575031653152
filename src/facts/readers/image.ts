import { userOf } from './dockerfile';
import { readPolicyHolder } from './policy-holder';
import { readRepository } from './repository';
import { templateArn } from '../../aws/arn';
import { ECR_PUBLIC, ecrRegistryOf, isDockerHub, takeApart, type WrittenImage } from '../../aws/image-reference';
import type { BuiltImageFacts, ImageFacts, Registry } from '../model/container';
import { type Fact, type Known, UNKNOWN } from '../model/fact';
import type { PolicyHolderFacts } from '../model/role';
import { mask, type Masked, SYMBOL } from '../template/masked';
import { foreignRegion } from '../template/region';
import type { Resource } from '../template/resource';
import type { ImageBuild } from '../template/source/built-images';
import { asString, type Resolved } from '../template/source/resolved';
import type { Templates } from '../template/templates';

/** Reads an image reference as a container runtime does: host, repository, tag and digest. */
export function readImage(templates: Templates, value: Resolved, stack: string): Known<ImageFacts> {
  const reference = asString(value);
  if (typeof reference !== 'string') return UNKNOWN;
  const masked = mask(reference);
  const image = takeApart(masked.text);
  const isRepository = (symbol: string) => templates.referred(masked.unmask(symbol))?.type === 'AWS::ECR::Repository';
  const registry = registryOf(image, isRepository);
  const tag = tagOf(masked.text, image, isRepository);
  const declared = registry === 'ecr' ? declaredIn(templates, masked, image) : undefined;
  return {
    reference,
    registry,
    // The host that a repository names as its own answers on IPv4 only.
    dualStack: registry === 'ecr' ? ecrRegistryOf(image.host)?.dualStack ?? false : undefined,
    region: regionOf(templates, masked, image, stack),
    tag,
    built: readBuild(templates, tag),
    digest: image.digest === undefined ? undefined : whole(image.digest, masked),
    repository: repositoryOf(templates, masked, image, registry),
    declared: declared && readRepository(templates, declared, stack),
  };
}

function registryOf({ host, path }: WrittenImage, isRepository: (symbol: string) => boolean): Known<Registry> {
  if (host === undefined) return mayHoldHost(path) ? UNKNOWN : 'docker-hub';
  if (isDockerHub(host)) return 'docker-hub';
  if (ecrRegistryOf(host) !== undefined || isRepository(host)) return 'ecr';
  if (host === ECR_PUBLIC) return 'ecr-public';
  return SYMBOL.test(host) ? UNKNOWN : 'other';
}

/** A symbol in a name without a slash may hold the slash, and so the rest of a host. */
const mayHoldHost = (path: string): boolean => SYMBOL.test(path) && !path.includes('/');

/** The last part of a name may hold a tag; so may a symbol in it, unless it is the bare name of a repository. */
function tagOf(text: string, { tag }: WrittenImage, isRepository: (symbol: string) => boolean): Fact<string> {
  if (tag !== undefined) return SYMBOL.test(tag) ? UNKNOWN : tag;
  const [name = ''] = text.split('@');
  const last = name.slice(name.lastIndexOf('/') + 1);
  return [...last].some(part => SYMBOL.test(part) && !isRepository(part)) ? UNKNOWN : undefined;
}

/** A repository of the app is named by any of its attributes; another one by its account, its Region and its name. */
function repositoryOf(templates: Templates, { unmask }: Masked, image: WrittenImage, registry: Known<Registry>): Fact<PolicyHolderFacts> {
  if (registry !== 'ecr') return registry === UNKNOWN ? UNKNOWN : undefined;
  const declared = declaredIn(templates, { unmask }, image);
  if (declared !== undefined) return readPolicyHolder(templates, declared);
  const { account, region } = ecrRegistryOf(image.host) ?? {};
  if (account === undefined || region === undefined) return UNKNOWN;
  return { arn: unmask(templateArn('ecr', `repository/${image.path}`, { region, account })), grants: UNKNOWN };
}

/** A repository of the app is in the Region of whoever refers to it: no reference leads to another one. */
function regionOf(templates: Templates, masked: Masked, image: WrittenImage, stack: string): Fact<string> {
  const region = ecrRegistryOf(image.host)?.region;
  const isOwn = region === undefined || declaredIn(templates, masked, image) !== undefined;
  return isOwn ? undefined : foreignRegion(templates, stack, masked.unmask(region));
}

const declaredIn = (templates: Templates, { unmask }: Pick<Masked, 'unmask'>, { host = '', path }: WrittenImage): Resource | undefined =>
  [host, path].map(part => templates.referred(unmask(part), 'AWS::ECR::Repository')).find(isDeclared);

const isDeclared = (resource: Resource | undefined): resource is Resource => resource !== undefined;

/** What ECS calls the processors for which Docker builds. */
const ARCHITECTURES: readonly (readonly [platform: RegExp, architecture: string])[] = [
  [/^linux\/(amd64|x86_64)\b/, 'X86_64'],
  [/^linux\/(arm64|aarch64)\b/, 'ARM64'],
];

/** A tag of the CDK's own names what it is built from. */
function readBuild(templates: Templates, tag: Fact<string>): Fact<BuiltImageFacts> {
  if (tag === UNKNOWN) return UNKNOWN;
  const build = tag === undefined ? undefined : templates.buildOf(tag);
  return build && {
    cpuArchitecture: architectureOf(build),
    user: build.dockerfile === undefined ? UNKNOWN : userOf(build.dockerfile, build.target),
  };
}

/** What builds an image without a Dockerfile, or the Dockerfile itself, can choose a platform of its own. */
function architectureOf({ dockerfile, platform }: ImageBuild): Fact<string> {
  if (platform !== undefined) return ARCHITECTURES.find(([pattern]) => pattern.test(platform))?.[1] ?? UNKNOWN;
  return dockerfile === undefined || STATES_PLATFORM.test(dockerfile) ? UNKNOWN : undefined;
}

const STATES_PLATFORM = /^[ \t]{0,80}FROM[ \t]{1,80}--platform=(?!\$)/im;

const whole = (part: string, masked: Masked): Known<string> => SYMBOL.test(part) ? UNKNOWN : masked.unmask(part);
