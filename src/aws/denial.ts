/** The kind of policy that decides a denial, as AWS names it. */
export type PolicyKind =
  | 'identity-based policy'
  | 'resource-based policy'
  | 'permissions boundary'
  | 'session policy'
  | 'service control policy'
  | 'resource control policy'
  | 'VPC endpoint policy';

/** What a denial of IAM says; AWS leaves out what it does not want to tell. */
export interface Denial {
  readonly principal?: string;
  readonly action: string;
  readonly resource?: string;
  readonly policy?: PolicyKind;
  /** Whether a policy denies the action, instead of none that allows it. */
  readonly isExplicit: boolean;
}

const KINDS: readonly PolicyKind[] = [
  'identity-based policy', 'resource-based policy', 'permissions boundary', 'session policy', 'service control policy',
  'resource control policy', 'VPC endpoint policy',
];

const DENIED = /not authorized to perform:?\s{1,4}([a-z0-9-]{1,60}:\w{1,80})/i;
const PRINCIPAL = /User:\s{0,4}(\S{1,300}) is$/;
const RESOURCE = /^\s{1,4}on resource:?\s{1,4}(\S{1,600})/;

/**
 * Reads the denial in a text; undefined where there is none.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function parseDenial(text: string): Denial | undefined {
  const denied = DENIED.exec(text);
  if (!denied) return undefined;
  const before = text.slice(Math.max(0, denied.index - 320), denied.index).trimEnd();
  const after = text.slice(denied.index + denied[0].length, denied.index + denied[0].length + 1200);
  const principal = PRINCIPAL.exec(before)?.[1];
  const resource = RESOURCE.exec(after)?.[1].replace(/[,;.)]{1,8}$/, '');
  const policy = KINDS.find(kind => after.toLowerCase().includes(kind.toLowerCase()));
  return {
    action: denied[1],
    isExplicit: /explicit deny/i.test(after),
    ...principal !== undefined && { principal },
    ...resource !== undefined && { resource },
    ...policy !== undefined && { policy },
  };
}

/** Whether this is the ARN of a secret without the hyphen and six characters that Secrets Manager adds to its name. */
export const isPartialSecretArn = (arn: string): boolean =>
  /^arn:aws[\w-]*:secretsmanager:[\w-]*:\d{12}:secret:[\w/+=.@!-]+$/.test(arn) && !/-[A-Za-z0-9]{6}$/.test(arn);
