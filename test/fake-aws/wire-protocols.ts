import type { IncomingMessage } from 'node:http';
import { asJson, asXmlFields, fromForm, fromRest, operationOf } from './sdk-schemas';

/** What an API refuses a request with. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** A request as a service reads it from the wire. */
export interface ApiRequest {
  /** As IAM writes it, such as `sns`. */
  readonly service: string;
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** The access key and the Region of the signature. */
  readonly signedBy: string;
  readonly region: string;
  readonly protocol: Protocol;
}

type Called = Pick<ApiRequest, 'service' | 'operation'>;

/** How a family of services speaks HTTP; requests and answers are in the codecs of the SDK where it has schemas of the service. */
export interface Protocol {
  readonly speaks: (request: IncomingMessage) => boolean;
  readonly read: (request: IncomingMessage, body: string, service: string) => Pick<ApiRequest, 'operation' | 'input'>;
  readonly contentType: string;
  readonly writeResult: (called: Called, result: Readonly<Record<string, unknown>>) => string;
  readonly writeRefusal: (refusal: Refusal) => string;
}

const REQUEST_ID = '00000000-0000-0000-0000-000000000000';

/** Parameters as a form, answers as XML: SNS, Elastic Load Balancing, IAM; EC2 in a dialect of its own. */
const awsQuery: Protocol = {
  speaks: ({ headers }) => headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false,
  read: (_request, body, service) => {
    const { Action: operation = '', Version, ...form } = Object.fromEntries(new URLSearchParams(body));
    const schema = operationOf(service, operation);
    return { operation, input: schema === undefined ? form : fromForm(schema, form, service === 'ec2') };
  },
  contentType: 'text/xml',
  writeResult: ({ service, operation }, result) => {
    const schema = operationOf(service, operation);
    const fields = schema === undefined ? asXml(result) : asXmlFields(schema, result);
    if (service === 'ec2') return `<${operation}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>${REQUEST_ID}</requestId>${fields}</${operation}Response>`;
    return `<${operation}Response xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><${operation}Result>${fields}</${operation}Result>`
      + `<ResponseMetadata><RequestId>${REQUEST_ID}</RequestId></ResponseMetadata></${operation}Response>`;
  },
  writeRefusal: ({ code, message, status }) => `<ErrorResponse><Error><Type>${status < 500 ? 'Sender' : 'Receiver'}</Type>`
    + `<Code>${escaped(code)}</Code><Message>${escaped(message)}</Message></Error><RequestId>${REQUEST_ID}</RequestId></ErrorResponse>`,
};

/** JSON, the operation in a header: SQS (1.0); EventBridge, ECS, CloudWatch Logs, ECR and most others (1.1). */
const awsJson: Protocol = {
  speaks: ({ headers }) => typeof headers['x-amz-target'] === 'string',
  read: ({ headers }, body) => ({ operation: String(headers['x-amz-target']).split('.')[1] ?? '', input: JSON.parse(body) as ApiRequest['input'] }),
  contentType: 'application/x-amz-json-1.0',
  writeResult: ({ service, operation }, result) => {
    const schema = operationOf(service, operation);
    return schema === undefined ? JSON.stringify(result) : asJson(schema, result);
  },
  writeRefusal: ({ code, message }) => JSON.stringify({ __type: code, message }),
};

/** JSON at an address of its own for each operation: EFS. */
const restJson: Protocol = {
  speaks: () => true,
  read: ({ method = 'GET', url = '/' }, body, service) =>
    fromRest(service, method, new URL(url, 'http://service'), body) ?? { operation: `${method} ${url}`, input: {} },
  contentType: 'application/json',
  writeResult: awsJson.writeResult,
  writeRefusal: awsJson.writeRefusal,
};

/** XML at an address of its own for each operation: Route 53. */
const restXml: Protocol = {
  speaks: ({ headers }) => SIGNATURE.exec(headers.authorization ?? '')?.[3] === 'route53',
  read: restJson.read,
  contentType: 'text/xml',
  writeResult: ({ service, operation }, result) => {
    const schema = operationOf(service, operation);
    const fields = schema === undefined ? asXml(result) : asXmlFields(schema, result);
    return `<${operation}Response xmlns="https://route53.amazonaws.com/doc/2013-04-01/">${fields}</${operation}Response>`;
  },
  writeRefusal: awsQuery.writeRefusal,
};

/** Signature Version 4; its scope names the service. */
const SIGNATURE = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/\d{8}\/([a-z0-9-]+)\/([a-z0-9-]+)\/aws4_request, SignedHeaders=[a-z0-9;-]*host[a-z0-9;-]*, Signature=[0-9a-f]{64}$/;

/** Reads a request off the wire; a request that is not signed is not read at all. */
export function readRequest(request: IncomingMessage, body: string): ApiRequest | undefined {
  const [, signedBy = '', region = '', service] = SIGNATURE.exec(request.headers.authorization ?? '') ?? [];
  const protocol = protocolOf(request);
  return service ? { service, signedBy, region, protocol, ...protocol.read(request, body, service) } : undefined;
}

export const protocolOf = (request: IncomingMessage): Protocol => [awsQuery, awsJson, restXml].find(({ speaks }) => speaks(request)) ?? restJson;

/** Fields as elements, and the items of a list as its members. */
function asXml(value: unknown): string {
  if (Array.isArray(value)) return value.map(item => `<member>${asXml(item)}</member>`).join('');
  if (typeof value !== 'object' || value === null) return escaped(String(value));
  return Object.entries(value).map(([name, inner]) => `<${name}>${asXml(inner)}</${name}>`).join('');
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
