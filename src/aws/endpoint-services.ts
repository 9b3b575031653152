/** What can be made for a service: a network interface in subnets, or a route. */
export type EndpointKind = 'Interface' | 'Gateway';

interface Endpoint {
  readonly kind: EndpointKind;
  readonly name: string;
  /** The name in the Regions of China, where some services begin in another way. */
  readonly inChina: string;
}

/**
 * The endpoints through which tasks reach services, by the end of their names.
 *
 * Layers of images are in S3, for which an interface endpoint is named otherwise in China.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
 */
const ENDPOINTS = {
  'ecr.api': { kind: 'Interface', name: 'com.amazonaws.{region}.ecr.api', inChina: 'cn.com.amazonaws.{region}.ecr.api' },
  'ecr.dkr': { kind: 'Interface', name: 'com.amazonaws.{region}.ecr.dkr', inChina: 'cn.com.amazonaws.{region}.ecr.dkr' },
  's3': { kind: 'Gateway', name: 'com.amazonaws.{region}.s3', inChina: 'com.amazonaws.{region}.s3' },
  'logs': { kind: 'Interface', name: 'com.amazonaws.{region}.logs', inChina: 'com.amazonaws.{region}.logs' },
  'secretsmanager': { kind: 'Interface', name: 'com.amazonaws.{region}.secretsmanager', inChina: 'com.amazonaws.{region}.secretsmanager' },
  'ssm': { kind: 'Interface', name: 'com.amazonaws.{region}.ssm', inChina: 'com.amazonaws.{region}.ssm' },
  'ssmmessages': { kind: 'Interface', name: 'com.amazonaws.{region}.ssmmessages', inChina: 'com.amazonaws.{region}.ssmmessages' },
  'dynamodb': { kind: 'Gateway', name: 'com.amazonaws.{region}.dynamodb', inChina: 'com.amazonaws.{region}.dynamodb' },
  'sqs': { kind: 'Interface', name: 'com.amazonaws.{region}.sqs', inChina: 'com.amazonaws.{region}.sqs' },
  'sns': { kind: 'Interface', name: 'com.amazonaws.{region}.sns', inChina: 'com.amazonaws.{region}.sns' },
  'kms': { kind: 'Interface', name: 'com.amazonaws.{region}.kms', inChina: 'com.amazonaws.{region}.kms' },
} as const satisfies Readonly<Record<string, Endpoint>>;

export type EndpointService = keyof typeof ENDPOINTS;

/** Every service that tasks reach through an endpoint. */
export const ENDPOINT_SERVICES: readonly EndpointService[] =
  ['ecr.api', 'ecr.dkr', 's3', 'logs', 'secretsmanager', 'ssm', 'ssmmessages', 'kms', 'dynamodb', 'sqs', 'sns'];

/** What kind of endpoint serves tasks. */
export const endpointKindOf = (service: EndpointService): EndpointKind => ENDPOINTS[service].kind;

/** The whole name of a service's endpoint service in a Region. */
export function endpointServiceName(service: EndpointService, region: string): string {
  const { name, inChina } = ENDPOINTS[service];
  return (region.startsWith('cn-') ? inChina : name).replace('{region}', () => region);
}

/** What follows the Region in the name of an endpoint service; the Region may be a parameter. */
const REGIONAL = /\.(?:\$\{[^}]*\}|[a-z]{2,4}(?:-[a-z]+)+-\d)\.([^$]+)$/;

/** The end of the name of an endpoint service, which says what it serves; undefined for a name of another form. */
export const regionalServiceOf = (name: string): string | undefined => REGIONAL.exec(name)?.[1];
