/**
 * A resolved text of a template as cdk-nag writes it in the ids of its findings: references in angle brackets.
 */
export function flatReference(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const [[kind, inner] = []] = Object.entries(value) as readonly (readonly [kind: string, inner: unknown])[];
  if (kind === 'Fn::Join' && Array.isArray(inner) && Array.isArray(inner[1])) return inner[1].map(flatReference).join(String(inner[0]));
  if (kind === 'Fn::GetAtt' && Array.isArray(inner)) return `<${inner.map(flatReference).join('.')}>`;
  return kind === 'Ref' ? `<${flatReference(inner)}>` : JSON.stringify(value);
}
