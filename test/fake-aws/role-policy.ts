/** A statement of a role's policy, with what only deployment knows filled in. */
export interface Statement {
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: { readonly StringEquals?: Readonly<Record<string, string>> };
}

/** A call as IAM judges it. */
export interface Judged {
  readonly action: string;
  readonly resource: string;
  /** The condition keys of the call, by name. */
  readonly context?: Readonly<Record<string, string>>;
}

/** Whether a role may make a call: when a statement names the action and the resource, and its conditions hold. */
export const mayCall = (statements: readonly Statement[], { action, resource, context = {} }: Judged): boolean =>
  statements.some(({ Action, Resource, Condition }) => Action.includes(action) && Resource.some(pattern => matches(pattern, resource))
    && Object.entries(Condition?.StringEquals ?? {}).every(([key, value]) => context[key] === value));

const matches = (pattern: string, resource: string): boolean =>
  new RegExp(`^${pattern.split('*').map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`).test(resource);

/** What each call of the analyzer is about, as the Service Authorization Reference lists it; a list of rules is about no resource. */
export function judged(action: string, input: Readonly<Record<string, unknown>>): Judged {
  if (action === 'sns:Publish') return { action, resource: String(input.TopicArn) };
  if (action.startsWith('sqs:')) return { action, resource: `arn:aws:sqs:us-east-2:${new URL(String(input.QueueUrl)).pathname.slice(1).replace('/', ':')}` };
  const table = `arn:aws:dynamodb:us-east-2:111122223333:table/${String(input.TableName)}`;
  if (action === 'dynamodb:Query') return { action, resource: `${table}/index/${String(input.IndexName)}` };
  if (action.startsWith('dynamodb:')) return { action, resource: table };
  if (action === 'ssm:GetParametersByPath') return { action, resource: `arn:aws:ssm:us-east-2:111122223333:parameter${String(input.Path)}` };
  if (action !== 'events:PutEvents') return { action, resource: '*' };
  const [{ Source, DetailType }] = input.Entries as readonly { readonly Source: string; readonly DetailType: string }[];
  return {
    action,
    resource: 'arn:aws:events:us-east-2:111122223333:event-bus/default',
    context: { 'events:source': Source, 'events:detail-type': DetailType },
  };
}
