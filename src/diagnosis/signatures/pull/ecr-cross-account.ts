import type { Evidence } from '../../../evidence/model/evidence';
import { stoppedImagePartsOf } from '../../advice/named-resources';
import { showRepositoryPolicy } from '../../advice/resource-commands';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

const namedByIam = inStopReason({
  sure: 'certain',
  says: 'no repository policy allows this account',
  words: ['no resource-based policy allows the ecr:'],
});

const refused = inStopReason({
  sure: 'likely',
  says: 'the registry of another account denied the pull',
  words: [
    '403 Forbidden',
    'AccessDenied',
    'pull access denied',
    'not authorized to perform: ecr:',
    'denied: ',
  ],
  unless: ['i/o timeout', 'deadline exceeded', 'connection issue', '@sha256:'],
});

/** A digest of another account that is gone is answered in the same way, and so is a denial within one account. */
const ambiguous = inStopReason({
  sure: 'possible',
  says: 'the registry might belong to another account',
  words: [
    '.dkr.ecr. … 403 Forbidden',
    '.dkr.ecr. … unexpected status from',
  ],
  unless: ['starport', '404 Not', '500 Int', '503 Ser'],
});

/** The repository of another account does not let this one in. */
export const pullEcrCrossAccount: Signature = {
  cause: 'pull/ecr-cross-account',
  atBest: 'certain',
  retriable: false,
  says: 'The image is in an ECR repository of another account. Its repository policy does not allow this account to '
    + 'pull. Allow it there, and grant ecr:BatchGetImage on that repository to the execution role here.',
  toConfirm: 'Compare the account in the image name with the account of the task. If they differ and the repository policy '
    + 'does not allow the pull, this is the cause.',
  reads: ['stop'],
  oftenConfused: ['pull/ecr-permission', 'pull/image-not-found'],
  consolePages: ['repository'],
  suspectChanges: ['image', 'architecture', 'execution role', 'ephemeral storage'],
  seenIn: [
    {
      stoppedReason: 'CannotPullContainerError: pull access denied for 999988887777.dkr.ecr.us-east-1.amazonaws.com/web, '
        + 'repository does not exist or may require \'docker login\': denied: User: '
        + 'arn:aws:sts::111122223333:assumed-role/web-exec/0123 is not authorized to perform: ecr:BatchGetImage on '
        + 'resource: arn:aws:ecr:us-east-1:999988887777:repository/web because no resource-based policy allows the '
        + 'ecr:BatchGetImage action',
    },
  ],
  clues: evidence => [
    ...namedByIam(evidence),
    ...refused(evidence).filter(() => isForeign(evidence) === true),
    ...ambiguous(evidence).filter(() => isForeign(evidence) !== false),
  ],
  actions: evidence => [
    {
      title: 'Read the repository policy in the account that owns the image; it must allow this account.',
      commands: [showRepositoryPolicy(evidence)],
      prop: 'image',
    },
  ],
};

/** Whether the image belongs to another account than the task; undefined where one of them is not known. */
function isForeign(evidence: Evidence): boolean | undefined {
  const owner = stoppedImagePartsOf(evidence)?.ecr?.account;
  return owner === undefined || evidence.account === undefined ? undefined : owner !== evidence.account;
}
