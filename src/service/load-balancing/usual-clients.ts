import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { vpcRange } from '../../network/vpc-range';

/** Who may connect to a load balancer when the user names no clients. */
export const usualClients = (facing: 'internet' | 'vpc', vpc: ec2.IVpc): ec2.IPeer => facing === 'internet'
  ? ec2.Peer.anyIpv4()
  : ec2.Peer.ipv4(vpcRange(vpc, 'an internal load balancer allows clients in that range', 'set \'clients\''));
