import { endpointKindOf, ENDPOINT_SERVICES, type EndpointService } from '../../aws/endpoint-services';
import { UNKNOWN } from '../../facts/model/fact';
import type { EndpointFacts } from '../../facts/model/network';

/** What the VPC of a counter-example has: every endpoint that tasks may need, but one. */
export const endpointsBut = (missing: EndpointService): readonly EndpointFacts[] =>
  ENDPOINT_SERVICES.filter(service => service !== missing).map(endpoint);

const endpoint = (service: EndpointService): EndpointFacts => ({
  id: `Shop/${service}`,
  service,
  type: endpointKindOf(service),
  privateDns: endpointKindOf(service) === 'Interface',
  subnets: UNKNOWN,
  routeTableIds: UNKNOWN,
  securityGroups: UNKNOWN,
  policy: UNKNOWN,
});
