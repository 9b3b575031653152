import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { EndpointFacts } from '../../facts/model/network';
import type { ServiceRule } from '../model/rule';
import { isSameZone } from '../reachability/zone';

/** The services that have gateway endpoints. */
const WITH_GATEWAY = /^(?:s3|dynamodb|s3express)$/;

export const vpcEndpointValid: ServiceRule = {
  id: 'vpc-endpoint-valid',
  class: 'refused',
  judges: 'service',
  property: 'NetworkConfiguration.AwsvpcConfiguration.Subnets',
  reads: ['network.vpc'],
  title: 'The VPC endpoints of the tasks should have settings that Amazon EC2 accepts.',
  why: 'EC2 rejects a second endpoint with private DNS for a service. '
    + 'It also rejects two endpoint subnets in one Availability Zone, and a gateway endpoint for a service that has none.',
  fix: 'Create one interface endpoint for each service in the VPC, with one subnet per Availability Zone. '
    + 'For HardenedFargateService, use VpcEndpoints.EXISTING if the VPC has endpoints.',
  see: [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html',
  ],
  prevents: [],
  breaks: { network: { vpc: { endpoints: { subnets: { availabilityZone: 'eu-west-1a' } } } } },
  holds: ({ network }) => {
    if (!isKnown(network) || !isKnown(network.vpc) || !isKnown(network.vpc.endpoints)) return UNKNOWN;
    const { endpoints } = network.vpc;
    const faults = [...conflicts(endpoints), ...endpoints.flatMap(inOneZone), ...endpoints.flatMap(withoutGateway)];
    return faults.length === 0 || { seen: faults.join('; ') };
  },
};

function conflicts(endpoints: readonly EndpointFacts[]): readonly string[] {
  const named = endpoints.filter(({ privateDns, region, service, type }) =>
    type === 'Interface' && privateDns === true && region === undefined && isKnown(service));
  const services = named.map(({ service }) => service);
  const twice = new Set(services.filter((service, index) => services.indexOf(service) !== index));
  return [...twice].map(service => {
    const ids = named.filter(endpoint => endpoint.service === service).map(({ id }) => id);
    return `the endpoints ${ids.join(' and ')} both have private DNS for ${String(service)}`;
  });
}

function inOneZone({ id, subnets, type }: EndpointFacts): readonly string[] {
  if (type !== 'Interface' || !isKnown(subnets)) return [];
  const [one] = subnets.filter((subnet, index) => subnets.slice(0, index).some(earlier =>
    earlier.id !== subnet.id && isSameZone(earlier.availabilityZone, subnet.availabilityZone) === true));
  return one === undefined ? [] : [`the endpoint ${id} has two subnets in ${String(one.availabilityZone)}`];
}

const withoutGateway = ({ id, service, type }: EndpointFacts): readonly string[] =>
  type === 'Gateway' && isKnown(service) && !WITH_GATEWAY.test(service)
    ? [`${id} is a gateway endpoint for ${service}, which has none`]
    : [];
