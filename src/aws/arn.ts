/** The parts of an ECS resource's ARN, those that are there. */
export interface EcsArn {
  readonly region: string;
  readonly account: string;
  /** The kind of resource, such as `task`. */
  readonly kind: string;
  /** The cluster's name; absent in ARNs of the short format. */
  readonly cluster: string | undefined;
  /** The last part: a task's id, a service's or a cluster's name, a task definition with its revision. */
  readonly name: string;
}

const ECS_ARN = /^arn:aws[a-z-]*:ecs:([a-z0-9-]+):(\d{12}):([a-z-]+)\/(?:([^/\s]+)\/)?([^/\s]+)$/;

/** Reads an ECS ARN in the long or the short format; anything else is undefined. */
export function parseArn(text: string | undefined): EcsArn | undefined {
  const match = ECS_ARN.exec(text ?? '');
  if (!match) return undefined;
  const [, region, account, kind, parent, name] = match;
  return { region, account, kind, cluster: kind === 'cluster' ? name : parent, name };
}

/** The last part of an ARN, or the text itself when it is a bare name. */
export const shortName = (arnOrName: string): string => arnOrName.slice(arnOrName.lastIndexOf('/') + 1);

/** `arn:partition:secretsmanager:region:account:secret:name`, before the JSON key, version stage and version id. */
const PARTS_OF_A_SECRET_ARN = 7;

/** Whether a text is the ARN of a secret of Secrets Manager, or has one in it. */
export const holdsSecretArn = (text: string): boolean => text.includes(':secretsmanager:');

/** The ARN of a secret without the JSON key, version stage and version id that may follow; any other text as it is. */
export const withoutSecretKey = (text: string): string =>
  holdsSecretArn(text) ? text.split(':').slice(0, PARTS_OF_A_SECRET_ARN).join(':') : text;

/** The account and Region of a thing; those of the stack where they are left out. */
interface RegionAndAccount {
  readonly region?: string;
  readonly account?: string;
}

/** The ARN of a thing in the partition of the stack, as templates write it. */
export const templateArn = (
  service: string,
  resource: string,
  { region = '${AWS::Region}', account = '${AWS::AccountId}' }: RegionAndAccount = {},
): string => `arn:\${AWS::Partition}:${service}:${region}:${account}:${resource}`;

/** The ARN of a bucket, or of an object in it, as templates write it; it names neither Region nor account. */
export const templateBucketArn = (bucket: string): string => templateArn('s3', bucket, { region: '', account: '' });

/** An ARN with one and the same partition however its own is spelled, so that it can be compared with others. */
export const anyPartition = (arn: string): string => arn.replace(/^arn:(?:\$\{[^}]*\}|[^:$]*):/, 'arn:aws:');

/** Matches how an ARN of a service begins, in any partition; its Region and its account may be left out or hidden. */
export const arnPattern = (service: string): string => `${arnBeforeRegion(service)}[\\w-]*:[\\w*-]*:`;

/** Matches how an ARN of a service begins, up to its Region. */
export const arnBeforeRegion = (service: string): string => `arn:aws[\\w-]*:${service}:`;

/** An ARN that lacks parts cannot end where the line does. */
export const ARN_IN_PART = /\barn:aws[\w-]{0,12}(?::[\w-]{0,40}){0,3}(?::\d{0,12})?$|\barn:aws[\w-]{0,12}:[\w-]{1,40}:[\w-]{0,40}:\d{12}:$/;

/** An ARN with the name of a thing, which may be of any length, up to where the line ends. */
export const ARN_TO_THE_END = /\barn:aws[\w-]{0,12}:[\w-]{1,40}:[\w-]{0,40}:(?:\d{12})?:[\w/:+=,.@-]{0,511}[\w/:+=@-]$/;

/** Where the thing of an ARN is. */
export interface ArnPlace {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}

/** Where the thing of an ARN is; undefined for anything but an ARN. */
export function placeOfArn(text: string | undefined): ArnPlace | undefined {
  const [arn, partition, , region, account] = (text ?? '').split(':');
  return arn === 'arn' && account !== undefined ? { partition, region, account } : undefined;
}
