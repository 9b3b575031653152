import { JsonShapeSerializer, XmlShapeSerializer } from '@aws-sdk/core/protocols';
import { NormalizedSchema } from '@smithy/core/schema';

/* eslint-disable @typescript-eslint/no-require-imports -- a client is large, and most tests speak to few services */
/** The client of each service, by the name that its requests are signed with. */
const CLIENTS: Readonly<Record<string, (() => object) | undefined>> = {
  'application-autoscaling': () => require('@aws-sdk/client-application-auto-scaling') as object,
  'cloudformation': () => require('@aws-sdk/client-cloudformation') as object,
  'cloudtrail': () => require('@aws-sdk/client-cloudtrail') as object,
  'ec2': () => require('@aws-sdk/client-ec2') as object,
  'ecr': () => require('@aws-sdk/client-ecr') as object,
  'ecs': () => require('@aws-sdk/client-ecs') as object,
  'elasticfilesystem': () => require('@aws-sdk/client-efs') as object,
  'elasticloadbalancing': () => require('@aws-sdk/client-elastic-load-balancing-v2') as object,
  'iam': () => require('@aws-sdk/client-iam') as object,
  'kms': () => require('@aws-sdk/client-kms') as object,
  'logs': () => require('@aws-sdk/client-cloudwatch-logs') as object,
  'monitoring': () => require('@aws-sdk/client-cloudwatch') as object,
  'route53': () => require('@aws-sdk/client-route-53') as object,
  'secretsmanager': () => require('@aws-sdk/client-secrets-manager') as object,
  'ssm': () => require('@aws-sdk/client-ssm') as object,
  'sts': () => require('@aws-sdk/client-sts') as object,
};
/* eslint-enable */

type Value = Readonly<Record<string, unknown>>;

/** What the SDK itself knows of an operation. */
export interface OperationSchema {
  readonly name: string;
  readonly http?: readonly [method: string, path: string, status: number];
  readonly input: NormalizedSchema;
  readonly output: NormalizedSchema;
}

/** An operation as the SDK exports it: 9, namespace, name, traits, input and output. */
type Exported = readonly [kind: number, namespace: string, name: string, traits: unknown, input: never, output: never];

const isOperation = (value: unknown): value is Exported => Array.isArray(value) && value[0] === 9;

const known = new Map<string, readonly OperationSchema[]>();

/** The operations of a service; none of one whose client is not here. */
export function operationsOf(service: string): readonly OperationSchema[] {
  const operations = known.get(service) ?? Object.values(CLIENTS[service]?.() ?? {}).filter(isOperation)
    .map(([, , name, traits, input, output]) => ({
      name,
      http: (traits as { readonly http?: OperationSchema['http'] }).http,
      input: NormalizedSchema.of(input),
      output: NormalizedSchema.of(output),
    }));
  known.set(service, operations);
  return operations;
}

export const operationOf = (service: string, name: string): OperationSchema | undefined =>
  operationsOf(service).find(operation => operation.name === name);

const EPOCH_SECONDS = 7;
const DATE_TIME = 5;

/** An answer as JSON, in the codec of the SDK. */
export function asJson({ output }: OperationSchema, result: Value): string {
  const serializer = new JsonShapeSerializer({ jsonName: true, timestampFormat: { useTrait: true, default: EPOCH_SECONDS } });
  serializer.write(output, typed(output, result));
  return String(serializer.flush());
}

/** The fields of an answer as XML, in the codec of the SDK, without the element around them. */
export function asXmlFields({ output }: OperationSchema, result: Value): string {
  const serializer = new XmlShapeSerializer({
    timestampFormat: { useTrait: true, default: DATE_TIME }, httpBindings: false, xmlNamespace: '', serviceNamespace: '',
  });
  serializer.write(output, typed(output, result));
  return String(serializer.flush()).replace(/^<[^>]*>|<\/[^>]*>$/g, '');
}

/** Times of JSON as the codecs take them. */
function typed(schema: NormalizedSchema, value: unknown): unknown {
  if (value === undefined || value === null) return undefined;
  if (schema.isTimestampSchema()) return new Date(typeof value === 'number' && value < 1e11 ? value * 1000 : value as string);
  if (schema.isListSchema()) return (value as readonly unknown[]).map(item => typed(schema.getValueSchema(), item));
  if (schema.isStructSchema() && !schema.isDocumentSchema()) {
    const members = schema.getMemberSchemas();
    return Object.fromEntries(Object.entries(value).flatMap(([name, inner]) => name in members ? [[name, typed(members[name], inner)]] : []));
  }
  return value;
}

/** The parameters of a form as the input that the SDK was given. */
export const fromForm = ({ input }: OperationSchema, form: Readonly<Record<string, string>>, isEc2: boolean): Value =>
  (read(input, '', form, isEc2) ?? {}) as Value;

function read(schema: NormalizedSchema, key: string, form: Readonly<Record<string, string>>, isEc2: boolean): unknown {
  if (schema.isStructSchema()) {
    const fields = [...schema.structIterator()].map(([name, member]) => {
      const { ec2QueryName, xmlName } = member.getMergedTraits();
      const written = String(isEc2 ? ec2QueryName ?? capital(String(xmlName ?? name)) : xmlName ?? name);
      return [name, read(member, key === '' ? written : `${key}.${written}`, form, isEc2)] as const;
    }).filter(([, value]) => value !== undefined);
    return fields.length === 0 ? undefined : Object.fromEntries(fields);
  }
  if (schema.isListSchema()) {
    const items: unknown[] = [];
    const list = isEc2 || schema.getMergedTraits().xmlFlattened ? key : `${key}.member`;
    for (let index = 1; ; index++) {
      const item = read(schema.getValueSchema(), `${list}.${index}`, form, isEc2);
      if (item === undefined) return items.length === 0 ? undefined : items;
      items.push(item);
    }
  }
  const text = form[key];
  if (text === undefined) return undefined;
  return schema.isNumericSchema() ? Number(text) : schema.isBooleanSchema() ? text === 'true' : text;
}

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The operation that a method and a path ask for, with its input from path, query and body. */
export function fromRest(service: string, method: string, url: URL, body: string): { readonly operation: string; readonly input: Value } | undefined {
  for (const { name, http, input } of operationsOf(service)) {
    const labels = http?.[0] === method ? pathOf(http[1]).exec(url.pathname)?.groups : undefined;
    if (http === undefined || labels === undefined && !(http[0] === method && http[1] === url.pathname)) continue;
    const inQuery = Object.entries(input.getMemberSchemas()).flatMap(([member, schema]) => {
      const value = url.searchParams.get(String(schema.getMergedTraits().httpQuery ?? ''));
      return value === null ? [] : [[member, schema.isNumericSchema() ? Number(value) : value]];
    });
    return { operation: name, input: { ...body === '' ? {} : JSON.parse(body) as Value, ...Object.fromEntries(inQuery), ...labels } };
  }
  return undefined;
}

const pathOf = (path: string): RegExp => new RegExp(`^${path.replace(/\{(\w+)\+?\}/g, '(?<$1>[^/]+)')}$`);
