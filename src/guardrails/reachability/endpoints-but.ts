import { UNKNOWN } from '../../facts/model/fact';
import type { EndpointFacts } from '../../facts/model/network';

const INTERFACES = ['ecr.api', 'ecr.dkr', 'logs', 'secretsmanager', 'ssm', 'ssmmessages', 'kms'];

/** What the VPC of a counter-example has: every endpoint that tasks may need, but one. */
export const endpointsBut = (missing: string): readonly EndpointFacts[] => [
  ...INTERFACES.map(service => endpoint(service, 'Interface')),
  endpoint('s3', 'Gateway'),
].filter(({ service }) => service !== missing);

const endpoint = (service: string, type: 'Interface' | 'Gateway'): EndpointFacts => ({
  id: `Shop/${service}`,
  service,
  type,
  privateDns: type === 'Interface',
  subnets: UNKNOWN,
  routeTableIds: UNKNOWN,
  securityGroups: UNKNOWN,
  policy: UNKNOWN,
});
