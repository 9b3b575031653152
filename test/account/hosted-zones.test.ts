import { withHostedZones } from '../../src/account/hosted-zones';
import { Reading } from '../../src/account/reading';
import { boundedAccount } from '../../src/evidence/collect/bounded-account';
import type { VpcAnswers } from '../../src/facts/account/resources/vpc';
import { UNKNOWN } from '../../src/facts/model/fact';

const VPC: VpcAnswers = {
  vpc: { VpcId: 'vpc-1' },
  dnsSupport: true,
  dnsHostnames: true,
  dhcpOptions: UNKNOWN,
  hostedZones: UNKNOWN,
  subnets: [],
  routeTables: [],
  networkAcls: [],
  natGateways: [],
  endpoints: [],
};

const PLACE = { partition: 'aws', region: 'eu-west-1', account: '111122223333' };

test('the private hosted zones of a VPC are read, page by page', async () => {
  const asked: object[] = [];
  const reading = new Reading(boundedAccount(async (_action, input) => {
    asked.push(input);
    const [zone, NextToken] = input.NextToken === undefined ? ['example.internal.', 'more'] : ['logs.eu-west-1.amazonaws.com.', undefined];
    return { HostedZoneSummaries: [{ HostedZoneId: zone, Name: zone }], NextToken };
  }));
  const [{ hostedZones }] = await withHostedZones(reading, [VPC], PLACE);
  expect(asked[0]).toEqual({ VPCId: 'vpc-1', VPCRegion: 'eu-west-1' });
  expect(hostedZones).toEqual(['example.internal.', 'logs.eu-west-1.amazonaws.com.'].map(Name => ({ HostedZoneId: Name, Name })));
});

test('zones that may not be listed are unknown, with the permission', async () => {
  const reading = new Reading(boundedAccount(() => Promise.reject(Object.assign(new Error('no'), { name: 'AccessDenied' }))));
  const [{ hostedZones }] = await withHostedZones(reading, [VPC], PLACE);
  expect(hostedZones).toBe(UNKNOWN);
  expect(reading.gaps).toEqual([{ source: 'route53:ListHostedZonesByVPC', because: 'the call is denied; allow route53:ListHostedZonesByVPC' }]);
});
