import { isKnown, type Known, UNKNOWN } from '../../model/fact';
import type { AccountResource } from '../model/account-resource';
import { isOpen, parseDocument } from '../model/policy-document';

/** An endpoint as DescribeVpcEndpoints answers it. */
export interface VpcEndpointAnswer {
  readonly VpcEndpointId?: string;
  readonly VpcEndpointType?: string;
  readonly VpcId?: string;
  readonly ServiceName?: string;
  readonly ServiceRegion?: string;
  readonly State?: string;
  readonly PolicyDocument?: string;
  readonly PrivateDnsEnabled?: boolean;
  readonly SubnetIds?: readonly string[];
  readonly RouteTableIds?: readonly string[];
  readonly Groups?: readonly { readonly GroupId?: string }[];
}

/** What serves nobody any more. */
const GONE = ['deleted', 'deleting', 'expired', 'failed', 'rejected'];

/** What serves nobody yet, as EC2 spells it in lower case. */
const NOT_READY = ['pending', 'pendingacceptance'];

const TYPE = 'AWS::EC2::VPCEndpoint';

/** The endpoints of a VPC that are there; where they could not be read, there may be any. */
export const vpcEndpointResources = (vpcId: string, endpoints: Known<readonly VpcEndpointAnswer[]>): readonly AccountResource[] =>
  isKnown(endpoints)
    ? endpoints.filter(({ State = '' }) => !GONE.includes(State.toLowerCase())).map(vpcEndpointResource)
    : [{ id: `${vpcId}/endpoints`, type: TYPE, properties: { VpcId: vpcId, ...ANY } }];

const ANY = {
  ServiceName: UNKNOWN,
  VpcEndpointType: UNKNOWN,
  PrivateDnsEnabled: UNKNOWN,
  SubnetIds: UNKNOWN,
  RouteTableIds: UNKNOWN,
  SecurityGroupIds: UNKNOWN,
  PolicyDocument: UNKNOWN,
};

/**
 * Of an endpoint that is not ready yet, nobody knows whether names and routes lead to it.
 *
 * A template has no property for the state, because CloudFormation waits until an endpoint is ready.
 */
function vpcEndpointResource(endpoint: VpcEndpointAnswer): AccountResource {
  const { State = '', VpcEndpointType, SubnetIds, RouteTableIds, Groups = [], PrivateDnsEnabled } = endpoint;
  const isReady = State.toLowerCase() === 'available';
  const document = parseDocument(endpoint.PolicyDocument);
  return {
    id: endpoint.VpcEndpointId ?? '',
    type: TYPE,
    properties: {
      VpcId: endpoint.VpcId,
      VpcEndpointType,
      ServiceName: endpoint.ServiceName,
      ServiceRegion: endpoint.ServiceRegion,
      State: NOT_READY.includes(State.toLowerCase()) ? State : undefined,
      PrivateDnsEnabled: isReady ? PrivateDnsEnabled : UNKNOWN,
      RouteTableIds: isReady ? RouteTableIds : UNKNOWN,
      SubnetIds,
      SecurityGroupIds: Groups.map(({ GroupId }) => GroupId),
      PolicyDocument: isOpen(document) ? undefined : document,
    },
  };
}
