import type { Reading } from './reading';
import type { AccountPlace } from '../facts/account/account-place';
import type { HostedZoneAnswer, VpcAnswers } from '../facts/account/resources/vpc';

/** VPCs with their private hosted zones, which can give the names of AWS's services other addresses. */
export const withHostedZones = (
  reading: Reading, vpcs: readonly VpcAnswers[], { region: VPCRegion }: AccountPlace,
): Promise<readonly VpcAnswers[]> => Promise.all(vpcs.map(async vpc => ({
  ...vpc,
  hostedZones: await reading.all<HostedZoneAnswer>(
    'route53:ListHostedZonesByVPC', { VPCId: vpc.vpc.VpcId, VPCRegion }, 'HostedZoneSummaries',
  ),
})));
