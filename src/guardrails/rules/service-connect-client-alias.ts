import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ServiceConnectFacts } from '../../facts/model/service';
import type { ServiceRule } from '../model/rule';

/** What ECS answers: https://github.com/hashicorp/terraform-provider-aws/pull/44064. */
export const serviceConnectClientAlias: ServiceRule = {
  id: 'service-connect-client-alias',
  class: 'refused',
  judges: 'service',
  property: 'ServiceConnectConfiguration',
  reads: ['serviceConnectServices'],
  title: 'Every Service Connect service should have exactly one client alias.',
  why: 'ECS rejects a Service Connect service without a client alias or with more than one, and CloudFormation rolls back the stack.',
  fix: 'Set one entry in ClientAliases of each service in ServiceConnectConfiguration. The serviceConnectConfiguration of '
    + 'ecs.FargateService and service.enableServiceConnect of HardenedFargateService set it; remove the override.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectService.html'],
  prevents: [],
  breaks: { serviceConnectServices: [{ portName: 'http', clientAliases: 2 }] },
  holds: ({ serviceConnectServices: services }) => {
    if (!isKnown(services)) return UNKNOWN;
    const faults = services.flatMap(faultOf);
    if (faults.length > 0) return { seen: faults.join('; ') };
    return services.every(({ clientAliases }) => isKnown(clientAliases)) || UNKNOWN;
  },
};

function faultOf({ portName, clientAliases: count }: ServiceConnectFacts): readonly string[] {
  if (!isKnown(count) || count === 1) return [];
  const service = isKnown(portName) ? `the service for port '${portName}'` : 'a service';
  return [`${service} has ${count === 0 ? 'no client alias' : `${count} client aliases`}`];
}
