/** What can be made for a service: a network interface in subnets, or a route. */
export type EndpointKind = 'Interface' | 'Gateway';

/** What begins the names of some services in China. */
export const PREFIX_IN_CHINA = 'cn.com.amazonaws';

interface Endpoint {
  readonly kind: EndpointKind;
  /** Whether its name begins in another way in the Regions of China. */
  readonly renamedInChina: boolean;
}

/**
 * The endpoints through which tasks reach services, by the end of their names.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
 */
const ENDPOINTS = {
  'ecr.api': { kind: 'Interface', renamedInChina: true },
  'ecr.dkr': { kind: 'Interface', renamedInChina: true },
  's3': { kind: 'Gateway', renamedInChina: false },
  'logs': { kind: 'Interface', renamedInChina: false },
  'secretsmanager': { kind: 'Interface', renamedInChina: false },
  'ssm': { kind: 'Interface', renamedInChina: false },
  'ssmmessages': { kind: 'Interface', renamedInChina: false },
  'dynamodb': { kind: 'Gateway', renamedInChina: false },
  'sqs': { kind: 'Interface', renamedInChina: true },
  'sns': { kind: 'Interface', renamedInChina: false },
  'kms': { kind: 'Interface', renamedInChina: false },
} as const satisfies Readonly<Record<string, Endpoint>>;

export type EndpointService = keyof typeof ENDPOINTS;

/** Every service that tasks reach through an endpoint. */
export const ENDPOINT_SERVICES: readonly EndpointService[] =
  ['ecr.api', 'ecr.dkr', 's3', 'logs', 'secretsmanager', 'ssm', 'ssmmessages', 'kms', 'dynamodb', 'sqs', 'sns'];

/** What kind of endpoint serves tasks. */
export const endpointKindOf = (service: EndpointService): EndpointKind => ENDPOINTS[service].kind;

/** Whether the name of a service's endpoint service begins in another way in the Regions of China. */
export const isRenamedInChina = (service: EndpointService): boolean => ENDPOINTS[service].renamedInChina;

/** What follows the Region in the name of an endpoint service; the Region may be a parameter. */
const REGIONAL = /\.(?:\$\{[^}]*\}|[a-z]{2,4}(?:-[a-z]+)+-\d)\.([^$]+)$/;

/** The end of the name of an endpoint service, which says what it serves; undefined for a name of another form. */
export const regionalServiceOf = (name: string): string | undefined => REGIONAL.exec(name)?.[1];
