/** A value as CloudFormation fills it in, with the longest names that AWS takes. */
function filledIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filledIn);
  if (typeof value !== 'object' || value === null) return value;
  const [[kind, of] = ['', undefined]] = Object.entries(value);
  if (kind === 'Ref') return of === 'AWS::Partition' ? 'aws-us-gov' : 'x'.repeat(100);
  if (kind === 'Fn::GetAtt') return `arn:aws-us-gov:events:ap-southeast-1:111122223333:rule/${'x'.repeat(64)}`;
  if (kind === 'Fn::Join') return (filledIn((of as readonly unknown[])[1]) as readonly string[]).join('');
  if (kind.startsWith('Fn::')) return 'x'.repeat(200);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filledIn(inner)]));
}

/** How many characters of JSON a value has when it is deployed. */
export const lengthOf = (value: unknown): number => JSON.stringify(filledIn(value)).length;
