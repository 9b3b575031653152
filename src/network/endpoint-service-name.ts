import { Fn, Stack, Token } from 'aws-cdk-lib';
import { InterfaceVpcEndpointAwsService } from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import { inChina } from './in-china';
import { endpointKindOf, type EndpointService, isRenamedInChina, PREFIX_IN_CHINA } from '../aws/endpoint-services';

/**
 * The name of a service's endpoint service in the Region of a stack.
 *
 * The CDK knows the names of every Region. Where only deployment knows the Region, a condition asks for the partition, because
 * some names begin in another way in China.
 */
export function endpointServiceName(scope: Construct, service: EndpointService): string {
  const { region } = Stack.of(scope);
  if (endpointKindOf(service) === 'Gateway') return `com.amazonaws.${region}.${service}`;
  const { name } = new InterfaceVpcEndpointAwsService(service);
  if (!Token.isUnresolved(region) || !isRenamedInChina(service)) return name;
  return Fn.conditionIf(inChina(Stack.of(scope)).logicalId, `${PREFIX_IN_CHINA}.${region}.${service}`, name).toString();
}
