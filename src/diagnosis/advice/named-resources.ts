import { containerSettingsOf } from './container-settings';
import { knownName } from './known-name';
import { arnPattern } from '../../aws/arn';
import { type ImageReference, parseImageReference, takeApart } from '../../aws/image-reference';
import type { Evidence } from '../../evidence/model/evidence';
import { isGuardDuty } from '../../evidence/model/guardduty';
import { guiltyContainer } from '../clues/guilty-container';

/** The image that could not be pulled, as the message spells it, else the one of the guilty container. */
export const imageOf = (evidence: Evidence): string | undefined =>
  inRepository(firstIn(evidence, NAMED_IMAGE), evidence) ?? imageOfContainer(evidence) ?? officialImageOf(evidence);

/** An image of a denied pull that names neither a registry nor an account, so that Docker Hub looks it up among its official images. */
export const officialImageOf = (evidence: Evidence): string | undefined => firstInStop(evidence, OFFICIAL_IMAGE);

/** Whether Docker Hub denied an image of its official ones, which are public: the image is in another registry or account. */
export const isElsewhere = (evidence: Evidence): boolean =>
  officialImageOf(evidence) !== undefined || firstInStop(evidence, DENIED_OFFICIAL) !== undefined;

const DENIED_OFFICIAL = /docker\.io\/library\/(\w)[^]{1,400}?(?:pull access denied|insufficient_scope)/;

const OFFICIAL_IMAGE = /pull access denied for\s+["'‘’`]?([a-z0-9][\w.-]{0,127}(?::[\w.-]{1,128})?)["'‘’`]?(?:,|\s|$)/;

/** A container may have the digest of an image for its name, which is in no registry without a repository. */
function imageOfContainer(evidence: Evidence): string | undefined {
  const image = knownName(
    guiltyContainer(evidence)?.image ?? evidence.task.containers.find(container => container.image && !isGuardDuty(container))?.image);
  return image !== undefined && DIGEST_ALONE.test(image) ? undefined : image;
}

/** A message may name an image by its digest alone, which a registry looks up only together with the repository. */
function inRepository(named: string | undefined, evidence: Evidence): string | undefined {
  const image = withoutPunctuation(named);
  const digest = DIGEST_ALONE.exec(image ?? '')?.[1];
  if (image === undefined || digest === undefined) return image;
  const container = imageOfContainer(evidence);
  if (container === undefined) return undefined;
  const { host, path } = takeApart(container);
  return `${host === undefined ? '' : `${host}/`}${path}@${digest}`;
}

/** Without a repository, Docker Hub is asked for an official image that has the name of the algorithm. */
const DIGEST_ALONE = /^(?:docker\.io\/library\/)?(sha256:[\da-f]{6,64})$/i;

const withoutPunctuation = (image: string | undefined): string | undefined => image?.replace(/[.,:]{1,8}$/, '');

/** A registry also says for which platform it has no manifest: `manifest for linux/arm64/v8`. */
const NAMED_IMAGE = new RegExp(
  '(?:resolve ref(?:erence)?|cannot pull|manifest for|pull access denied for|repository)'
  + '\\s+["\'‘’`]?(?!(?:linux|windows)\\/)([\\w.-]+(?::\\d+)?\\/[\\w./:@-]+|sha256:[\\da-f]+)', 'i');

/** The parts of that image's name. */
export const imagePartsOf = (evidence: Evidence): ImageReference | undefined => parsed(imageOf(evidence));

/** The parts of the image's name as the stop itself has it, whatever events and logs name besides. */
export const stoppedImagePartsOf = (evidence: Evidence): ImageReference | undefined =>
  parsed(inRepository(firstInStop(evidence, NAMED_IMAGE), evidence) ?? imageOfContainer(evidence));

const parsed = (image: string | undefined): ImageReference | undefined => image === undefined ? undefined : parseImageReference(image);

/** The ARN of the Secrets Manager secret that the message names. */
export const secretOf = (evidence: Evidence): string | undefined =>
  firstIn(evidence, SECRET_ARN);

/** The name of the SSM parameter that the message names. */
export const parameterOf = (evidence: Evidence): string | undefined =>
  firstIn(evidence, /invalid (?:ssm )?parameters:\s*([\w/.-]+)/i)
    ?? firstIn(evidence, PARAMETER_ARN);

/** The CloudWatch log group that the message names, else the one of the guilty container. */
export const logGroupOf = (evidence: Evidence): string | undefined =>
  firstIn(evidence, /:log-group:([\w/.#-]+)/) ?? containerSettingsOf(evidence)?.logGroup ?? evidence.named?.logGroup;

/** The name of the role with which the task failed. */
export const roleOf = (evidence: Evidence): string | undefined =>
  firstIn(evidence, /:assumed-role\/([\w+=,.@-]+)\//) ?? firstIn(evidence, /:role\/(?:[\w+=,.@-]+\/)*([\w+=,.@-]+)/);

/** The IAM action that was denied. */
export const deniedActionOf = (evidence: Evidence): string | undefined =>
  firstIn(evidence, /not authorized to perform:?\s+([a-z0-9-]+:\w+)/i);

/** The EFS file system that the message names. */
export const fileSystemOf = (evidence: Evidence): string | undefined => firstIn(evidence, /\b(fs-[0-9a-z]+)/) ?? evidence.named?.fileSystem;

/** The target group that the message names, else the one that was given, else the one of the service. */
export const targetGroupOf = (evidence: Evidence): string | undefined =>
  firstIn(evidence, LOAD_BALANCING_ARN) ?? evidence.targetGroup?.arn
    ?? evidence.serviceSettings?.targetGroupArn ?? evidence.named?.targetGroupArn;

/** The path of the S3 object that the message names. */
export const s3ObjectOf = (evidence: Evidence): string | undefined => firstIn(evidence, OBJECT_ARN);

/** The subnet in which the task was to run. */
export const subnetOf = (evidence: Evidence): string | undefined =>
  firstIn(evidence, /\b(subnet-[0-9a-z]+)/) ?? attached(evidence, 'subnetId') ?? evidence.named?.subnet;

/** The network interface of the task. */
export const networkInterfaceOf = (evidence: Evidence): string | undefined =>
  attached(evidence, 'networkInterfaceId') ?? evidence.named?.networkInterface;

/** The private address of the task, else the only one at which its load balancer finds it unhealthy. */
export const addressOf = (evidence: Evidence): string | undefined =>
  attached(evidence, 'privateIPv4Address') ?? evidence.named?.address ?? unwellTargetOf(evidence);

function unwellTargetOf({ targetGroup }: Evidence): string | undefined {
  const targets = (targetGroup?.targets ?? []).filter(({ state }) => state !== 'healthy');
  const unhealthy = targets.filter(({ state }) => state === 'unhealthy');
  const addresses = new Set((unhealthy.length > 0 ? unhealthy : targets).flatMap(({ address }) => address ?? []));
  return addresses.size === 1 ? [...addresses][0] : undefined;
}

const SECRET_ARN = new RegExp(`(${arnPattern('secretsmanager')}secret:[\\w/+=.@!-]+)`);
const PARAMETER_ARN = new RegExp(`${arnPattern('ssm')}parameter(/[\\w/.-]+)`);
/** An ARN that something cut has no id behind its name. */
const LOAD_BALANCING_ARN = new RegExp(`(${arnPattern('elasticloadbalancing')}targetgroup/[\\w-]+/[\\da-f]+)`);
const OBJECT_ARN = new RegExp(`${arnPattern('s3')}([\\w./-]+)`);

const attached = ({ task }: Evidence, name: string): string | undefined =>
  task.attachments.find(({ details }) => details[name])?.details[name];

const firstIn = (evidence: Evidence, pattern: RegExp): string | undefined =>
  firstInStop(evidence, pattern) ?? firstOf([...evidence.serviceEvents, ...evidence.logTail], pattern);

const firstInStop = ({ task, change }: Evidence, pattern: RegExp): string | undefined => firstOf([
  task.stoppedReason,
  ...task.containers.map(({ reason }) => reason),
  ...task.attachments.map(({ statusReason }) => statusReason),
  change?.reason,
], pattern);

function firstOf(texts: readonly (string | undefined)[], pattern: RegExp): string | undefined {
  for (const text of texts) {
    const match = text === undefined ? null : pattern.exec(text);
    if (match !== null && knownName(match[1]) !== undefined && !isCut(match)) return match[1];
  }
  return undefined;
}

/** A name that ends where a text was cut is another name; one before a slash is whole. */
const isCut = ({ 0: whole, 1: name, index, input }: RegExpExecArray): boolean =>
  name.endsWith('..') || !whole.endsWith('/') && /^ ?(?:…|\.\.\.)/.test(input.slice(index + whole.length));
