import { CfnResource, Reference, Stack, Tokenization } from 'aws-cdk-lib';
import { CfnVPCEndpoint, type ISubnet, type IVpc } from 'aws-cdk-lib/aws-ec2';
import type { NeededEndpoint } from './task-needs';
import { regionalServiceOf } from '../aws/endpoint-services';

/** Every endpoint that the app declares on a VPC, in whichever stack and however it is written. */
export const declaredEndpoints = (vpc: IVpc): readonly CfnVPCEndpoint[] =>
  vpc.node.root.node.findAll().filter(isEndpoint).filter(endpoint => isSameThing(endpoint.vpcId, vpc.vpcId));

/** Those of them that are for the same service. */
export const endpointsLike = ({ service, type }: NeededEndpoint, declared: readonly CfnVPCEndpoint[]): readonly CfnVPCEndpoint[] =>
  declared.filter(endpoint => (endpoint.vpcEndpointType ?? 'Gateway') === type).filter(endpoint => serviceOf(endpoint) === service);

/** Whether a gateway endpoint already serves a subnet; an interface endpoint serves its whole VPC. */
export function serves(endpoint: CfnVPCEndpoint, subnet: ISubnet): boolean {
  if (endpoint.vpcEndpointType === 'Interface') return true;
  const written = (value: unknown) => JSON.stringify(Stack.of(endpoint).resolve(value));
  const routeTables: unknown = Stack.of(endpoint).resolve(endpoint.routeTableIds);
  return Array.isArray(routeTables) && routeTables.map(written).includes(written(subnet.routeTable?.routeTableId));
}

/** Two ids are of one thing when they are equal, or when both refer to it, by `Ref` or by an attribute. */
const isSameThing = (one: string, other: string): boolean =>
  one === other || (targetOf(one) !== undefined && targetOf(one) === targetOf(other));

function targetOf(id: string) {
  const token = Tokenization.reverseCompleteString(id);
  return Reference.isReference(token) ? token.target : undefined;
}

function serviceOf(endpoint: CfnVPCEndpoint): string | undefined {
  return regionalServiceOf(asText(Stack.of(endpoint).resolve(endpoint.serviceName)));
}

/** The forms in which people write the name: whole, joined, substituted, or chosen from names of one service. */
function asText(resolved: unknown): string {
  if (typeof resolved !== 'object' || resolved === null) return String(resolved);
  const [[name, argument] = []] = Object.entries(resolved) as readonly (readonly [name: string, argument: unknown])[];
  return FORMS[name ?? '']?.(argument) ?? '';
}

const FORMS: Readonly<Record<string, ((argument: unknown) => string) | undefined>> = {
  'Ref': id => `\${${String(id)}}`,
  'Fn::Sub': String,
  'Fn::If': branches => Array.isArray(branches) ? asText(branches.at(-1)) : '',
  'Fn::Join': argument => {
    const [separator, parts] = Array.isArray(argument) ? argument : [];
    return Array.isArray(parts) ? parts.map(asText).join(String(separator)) : '';
  },
};

const isEndpoint = (construct: unknown): construct is CfnVPCEndpoint =>
  CfnResource.isCfnResource(construct) && construct.cfnResourceType === CfnVPCEndpoint.CFN_RESOURCE_TYPE_NAME;
