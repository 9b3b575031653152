/**
 * A resolved text of a template as cdk-nag writes it in the ids of its findings: references in angle brackets.
 */
export function flatReference(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const [[kind, inner] = []] = Object.entries(value) as readonly (readonly [kind: string, inner: unknown])[];
  if (kind === 'Ref') return `<${flatReference(inner)}>`;
  return (Array.isArray(inner) ? flatFunction(kind, inner) : undefined) ?? JSON.stringify(value);
}

function flatFunction(kind: string | undefined, given: readonly unknown[]): string | undefined {
  if (kind === 'Fn::GetAtt') return `<${given.map(flatReference).join('.')}>`;
  const [delimiter, parts] = given;
  return kind === 'Fn::Join' && Array.isArray(parts) ? parts.map(flatReference).join(String(delimiter)) : undefined;
}
