import { type Fact, isKnown, UNKNOWN } from '../../model/fact';

/** A policy as AWS answers it: JSON as a text, which IAM encodes as a part of a URL; a text that is none is unknown. */
export function parseDocument(text: Fact<string>): Fact<object> {
  if (!isKnown(text)) return UNKNOWN;
  if (text === undefined || text === '') return undefined;
  try {
    const document: unknown = JSON.parse(text.startsWith('%7B') ? decodeURIComponent(text) : text);
    return typeof document === 'object' && document !== null ? document : UNKNOWN;
  } catch {
    return UNKNOWN;
  }
}

/** Whether a policy is the one that AWS gives to an endpoint without any: everybody may do everything. */
export function isOpen(document: Fact<object>): boolean {
  if (typeof document !== 'object' || !('Statement' in document)) return false;
  const { Statement: statements } = document;
  const [statement, ...others] = Array.isArray(statements) ? statements as readonly object[] : [statements as object];
  if (others.length > 0) return false;
  const names = Object.entries(statement).filter(([name]) => name !== 'Sid').map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return names.sort().join(', ') === 'Action "*", Effect "Allow", Principal "*", Resource "*"';
}
