import { templateArn } from '../../aws/arn';
import type { SecretFacts } from '../../facts/model/container';
import { isKnown } from '../../facts/model/fact';

/** Secrets Manager ends every ARN with a hyphen and six characters that nobody can choose. */
const SUFFIX = '-??????';

/** The ARNs that IAM will compare a reference with; none when the reference is not known. */
export function arnsOf({ reference, store }: SecretFacts): readonly string[] {
  if (!isKnown(reference) || !isKnown(store)) return [];
  if (store === 'ssm') return [parameterArn(reference)];
  if (!reference.includes(':secret:')) return [reference];
  return /-[A-Za-z0-9]{6}$/.test(reference) ? [reference, reference + SUFFIX] : [reference + SUFFIX];
}

/** A parameter of the same account and Region may be referred to by its name alone. */
function parameterArn(reference: string): string {
  if (/^arn:|^\$\{/.test(reference)) return reference;
  return templateArn('ssm', `parameter/${reference.replace(/^\//, '')}`);
}
