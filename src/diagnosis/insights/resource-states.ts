import type { Evidence } from '../../evidence/model/evidence';
import type { ImageState, SecretState } from '../../evidence/model/resource-state';
import type { Insight } from '../model/insight';
import type { Clue } from '../model/signature';

/** What the registry says of the images of a task that could not be pulled or run. */
export const imageStates: Insight = {
  causes: ['pull/image-not-found', 'pull/platform-mismatch', 'start/exec-format'],
  reads: ['stop', 'images'],
  isGiven: ({ images = [] }) => images.length > 0,
  clues: (evidence, cause, said) => said.length > 0 || cause !== 'start/exec-format' && couldNotPull(evidence)
    ? (evidence.images ?? []).flatMap(cause === 'pull/image-not-found' ? missingImage : otherPlatform)
    : [],
  says: () => undefined,
  actions: (_evidence, usual) => usual,
};

/** What the account says of the secrets of a task that did not get them. */
export const secretStates: Insight = {
  causes: ['init/secret-not-found'],
  reads: ['stop', 'secrets'],
  isGiven: ({ secrets = [] }) => secrets.length > 0,
  clues: (evidence, _cause, said) => missesSecrets(evidence) || said.length > 0 ? (evidence.secrets ?? []).flatMap(missingSecret) : [],
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
