import type { CauseId } from '../../causes/catalogue';
import type { Evidence } from '../../evidence/model/evidence';
import type { ImageState, ResourceState, SecretState } from '../../evidence/model/resource-state';
import { beforeStop } from '../clues/before-stop';
import type { Doubt, Insight } from '../model/insight';
import type { Clue } from '../model/signature';

/** What the registry says of the images of a task that could not be pulled or run. */
export const imageStates: Insight = {
  causes: ['pull/image-not-found', 'pull/platform-mismatch', 'start/exec-format'],
  reads: ['stop', 'images'],
  isGiven: ({ images = [] }) => images.length > 0,
  clues: (evidence, cause, said) => said.length > 0 || cause !== 'start/exec-format' && couldNotPull(evidence)
    ? (evidence.images ?? []).flatMap(cause === 'pull/image-not-found' ? missingImage : otherPlatform)
    : [],
  against: (evidence, cause) => cause === 'pull/image-not-found' ? allThere((evidence.images ?? []).map(
    ({ image, missing, pushedAt }) => ({ name: image, isMissing: missing !== undefined, since: pushedAt, did: 'pushed' })), evidence) : [],
  says: () => undefined,
  actions: (_evidence, usual) => usual,
};

/** What the account says of the secrets of a task that did not get them. */
export const secretStates: Insight = {
  causes: ['init/secret-not-found'],
  reads: ['stop', 'secrets'],
  isGiven: ({ secrets = [] }) => secrets.length > 0,
  clues: (evidence, _cause, said) => missesSecrets(evidence) || said.length > 0 ? (evidence.secrets ?? []).flatMap(missingSecret) : [],
  against: evidence => allThere((evidence.secrets ?? []).map(({ reference, isMissing, deletedAt, changedAt, createdAt }) => ({
    name: reference, isMissing: isMissing ?? deletedAt !== undefined, since: changedAt ?? createdAt, did: 'changed last',
  })), evidence),
  says: () => undefined,
  actions: (_evidence, usual) => usual,
};

/** The kind of thing that each cause is about, and what ECS speaks of when it may be missing. */
const ABOUT: { readonly [cause in CauseId]?: { readonly kind: ResourceState['kind']; readonly words: RegExp } } = {
  'init/log-group-missing': { kind: 'log group', words: /logger args|logging driver|log stream|log group/i },
  'init/efs-path': { kind: 'access point', words: /EFS (?:utils|volumes)/ },
  'init/efs-dns': { kind: 'file system', words: /EFS (?:utils|volumes)/ },
  'init/eni-no-free-ip': { kind: 'subnet', words: /network interface|\bENI\b/i },
};

/** What the account says of other things that a task uses. */
export const resourceStates: Insight = {
  causes: ['init/log-group-missing', 'init/efs-path', 'init/efs-dns', 'init/eni-no-free-ip'],
  reads: ['stop', 'resources'],
  deepens: true,
  proves: true,
  isGiven: ({ resources = [] }) => resources.length > 0,
  clues: ({ resources = [], task }, cause, said) => said.length > 0 || ABOUT[cause]?.words.test(wordsOf(task))
    ? resources.filter(({ kind }) => kind === ABOUT[cause]?.kind).flatMap(missingResource) : [],
  against: (evidence, cause) => cause === 'init/eni-no-free-ip' ? [] : allThere((evidence.resources ?? [])
    .filter(({ kind }) => kind === ABOUT[cause]?.kind)
    .map(({ name, isMissing = false, createdAt }) => ({ name, isMissing, since: createdAt, did: 'made' })), evidence),
  says: () => undefined,
  actions: (_evidence, usual) => usual,
};

/** An image that is gone may have been there when the task started; only a task that could not pull it tells. */
const couldNotPull = ({ task }: Evidence): boolean => /CannotPull/.test(wordsOf(task));

const missesSecrets = ({ task }: Evidence): boolean => /unable to (?:pull|retrieve|fetch) secret/i.test(wordsOf(task));

const wordsOf = ({ stoppedReason, containers }: Evidence['task']): string =>
  [stoppedReason, ...containers.map(({ reason }) => reason)].join('\n');

function missingImage({ image, missing }: ImageState): readonly Clue[] {
  if (missing === undefined) return [];
  return [{ confidence: 'certain', source: 'registry', quote: image, says: `ECR has no such ${missing}` }];
}

function otherPlatform({ platforms = [], wanted, image }: ImageState): readonly Clue[] {
  if (wanted === undefined || platforms.length === 0 || platforms.includes(wanted)) return [];
  return [{
    confidence: 'certain',
    source: 'registry',
    quote: `${image}: ${platforms.join(', ')}`,
    says: `the image is built for these platforms, and the task needs ${wanted}`,
  }];
}

function missingSecret({ reference, isMissing, deletedAt }: SecretState): readonly Clue[] {
  const clue = { confidence: 'certain', source: 'account', quote: reference } as const;
  if (isMissing) return [{ ...clue, says: 'the account has no such secret or parameter' }];
  if (deletedAt === undefined) return [];
  return [{ ...clue, says: `this secret was marked for deletion at ${deletedAt}, and cannot be read` }];
}

function missingResource({ kind, name, isMissing, freeAddresses }: ResourceState): readonly Clue[] {
  const clue = { confidence: 'certain', source: 'account', quote: name } as const;
  if (freeAddresses !== undefined) {
    return freeAddresses > 0 ? [] : [{ ...clue, quote: `${name}: 0 free IP addresses`, says: 'the subnet has no free IP address' }];
  }
  return isMissing ? [{ ...clue, says: `the account has no such ${kind}` }] : [];
}

/** A thing that a cause says is missing. */
interface Thing {
  readonly name: string;
  readonly isMissing: boolean;
  /** The latest moment from which on it is there certainly. */
  readonly since: string | undefined;
  readonly did: string;
}

/** Only when everything is there, nothing of it is missing. */
function allThere(things: readonly Thing[], evidence: Evidence): readonly Doubt[] {
  if (things.length === 0 || things.some(({ isMissing }) => isMissing)) return [];
  return things.map(({ name, since, did }) => ({
    source: 'account',
    quote: name,
    says: since === undefined ? 'it exists now' : `it exists now: ${did} at ${since}`,
    wasSoBefore: things.every(thing => beforeStop(thing.since, evidence)),
  })).slice(0, 1);
}
