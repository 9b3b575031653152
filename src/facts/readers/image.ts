import { userOf } from './dockerfile';
import { readPolicyHolder } from './policy-holder';
import type { BuiltImageFacts, ImageFacts, Registry } from '../model/container';
import { type Fact, type Known, UNKNOWN } from '../model/fact';
import type { PolicyHolderFacts } from '../model/role';
import { mask, type Masked, SYMBOL } from '../template/masked';
import { foreignRegion } from '../template/region';
import { asString, type Resolved } from '../template/resolved';
import type { Resource } from '../template/resource';
import type { Templates } from '../template/templates';

const DOCKER_HUB = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com']);

/** Reads an image reference as a container runtime does: host, repository, tag and digest. */
export function readImage(templates: Templates, value: Resolved, stack: string): Known<ImageFacts> {
  const reference = asString(value);
  if (typeof reference !== 'string') return UNKNOWN;
  const masked = mask(reference);
  const [name = '', digest] = masked.text.split('@');
  const isRepository = (symbol: string) => templates.referred(masked.unmask(symbol))?.type === 'AWS::ECR::Repository';
  const tag = tagOf(name, isRepository);
  return {
    reference,
    registry: registryOf(hostOf(name), isRepository),
    dualStack: registryOf(hostOf(name), isRepository) === 'ecr' ? DUAL_STACK_HOST.test(hostOf(name)) : undefined,
    region: regionOf(templates, masked, name, stack),
    tag,
    built: readBuild(templates, tag),
    digest: digest === undefined ? undefined : whole(digest, masked),
    repository: repositoryOf(templates, masked, name, registryOf(hostOf(name), isRepository)),
  };
}

/** Only what looks like a host is one: `library/nginx` is a path on Docker Hub. */
function hostOf(name: string): string {
  const slash = name.indexOf('/');
  const first = slash < 0 ? '' : name.slice(0, slash);
  if (first === 'localhost' || /[.:]/.test(first) || SYMBOL.test(first)) return first;
  return SYMBOL.test(name.charAt(0)) ? name.charAt(0) : '';
}

function registryOf(host: string, isRepository: (symbol: string) => boolean): Known<Registry> {
  if (host === '' || DOCKER_HUB.has(host)) return 'docker-hub';
  if (/\.dkr[.-]ecr/.test(host) || isRepository(host)) return 'ecr';
  if (host === 'public.ecr.aws') return 'ecr-public';
  return SYMBOL.test(host) ? UNKNOWN : 'other';
}

/** The last part of a name may hold a tag; so may a symbol in it, unless it is the bare name of a repository. */
function tagOf(name: string, isRepository: (symbol: string) => boolean): Fact<string> {
  const last = name.slice(name.lastIndexOf('/') + 1);
  const colon = last.indexOf(':');
  if (colon >= 0) return SYMBOL.test(last.slice(colon)) ? UNKNOWN : last.slice(colon + 1);
  return [...last].some(part => SYMBOL.test(part) && !isRepository(part)) ? UNKNOWN : undefined;
}

/** A repository of the app is named by any of its attributes; another one by its account, its Region and its name. */
function repositoryOf(templates: Templates, { unmask }: Masked, name: string, registry: Known<Registry>): Fact<PolicyHolderFacts> {
  if (registry !== 'ecr') return registry === UNKNOWN ? UNKNOWN : undefined;
  const declared = declaredIn(templates, { unmask }, name);
  if (declared !== undefined) return readPolicyHolder(templates, declared);
  const [, account, region] = ECR_HOST.exec(hostOf(name)) ?? [];
  if (account === undefined || region === undefined) return UNKNOWN;
  return { arn: unmask(`arn:\${AWS::Partition}:ecr:${region}:${account}:repository/${pathOf(name)}`), grants: UNKNOWN };
}

/** A repository of the app is in the Region of whoever refers to it: no reference leads to another one. */
function regionOf(templates: Templates, masked: Masked, name: string, stack: string): Fact<string> {
  const [, , region] = ECR_HOST.exec(hostOf(name)) ?? [];
  const isOwn = region === undefined || declaredIn(templates, masked, name) !== undefined;
  return isOwn ? undefined : foreignRegion(templates, stack, masked.unmask(region));
}

/** The other hosts of ECR, and the one that a repository names as its own, answer on IPv4 only. */
const DUAL_STACK_HOST = /\.dkr-ecr/;

const ECR_HOST = /^(.+?)\.dkr[.-]ecr(?:-fips)?\.(.+?)\./;

const pathOf = (name: string): string => name.replace(hostOf(name), '').replace(/^\//, '').split(':')[0];

const declaredIn = (templates: Templates, { unmask }: Pick<Masked, 'unmask'>, name: string): Resource | undefined =>
  [hostOf(name), pathOf(name)].map(part => templates.referred(unmask(part), 'AWS::ECR::Repository')).find(isDeclared);

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
    cpuArchitecture: ARCHITECTURES.find(([platform]) => platform.test(build.platform ?? ''))?.[1],
    user: build.dockerfile === undefined ? UNKNOWN : userOf(build.dockerfile, build.target),
  };
}

const whole = (part: string, masked: Masked): Known<string> => SYMBOL.test(part) ? UNKNOWN : masked.unmask(part);
