import { HARDENED_CONTAINER, HARDENED_NETWORK, HARDENED_SERVICE, HARDENED_TASK } from './hardened-facts';
import type { ContainerFacts } from '../../src/facts/model/container';
import { UNKNOWN } from '../../src/facts/model/fact';
import type { ServiceFacts } from '../../src/facts/model/service';
import type { ServiceRule, Verdict } from '../../src/guardrails/rule';
import { networkReachesEcr } from '../../src/guardrails/rules/network-reaches-ecr';
import { networkReachesLogs } from '../../src/guardrails/rules/network-reaches-logs';
import { networkReachesSecrets } from '../../src/guardrails/rules/network-reaches-secrets';
import { noPublicIp } from '../../src/guardrails/rules/no-public-ip';

const judge = (rule: ServiceRule, patch: Partial<ServiceFacts> = {}): Verdict => rule.holds({ ...HARDENED_SERVICE, ...patch }, undefined);

const WITHOUT_ENDPOINTS: Partial<ServiceFacts> = {
  network: { ...HARDENED_NETWORK, vpc: { id: 'Shop/Vpc', cidr: '10.0.0.0/16', dnsSupport: true, dnsHostnames: true, endpoints: [] } },
};

const running = (container: Partial<ContainerFacts>): Partial<ServiceFacts> =>
  ({ ...WITHOUT_ENDPOINTS, task: { ...HARDENED_TASK, containers: [{ ...HARDENED_CONTAINER, ...container }] } });

describe.each([networkReachesEcr, networkReachesLogs, networkReachesSecrets, noPublicIp].map(rule => [rule.id, rule] as const))('%s', (_, rule) => {
  test('holds for a hardened service', () => expect(judge(rule)).toBe(true));
  test('gives no verdict on a network that nobody knows', () => expect(judge(rule, { network: UNKNOWN })).toBe(UNKNOWN));
});

test('a network without a way out is one finding, which lists what is not reached and from where', () => {
  expect(judge(networkReachesEcr, WITHOUT_ENDPOINTS)).toEqual({
    seen: "tasks cannot reach 'ecr.api', 'ecr.dkr', 's3', because from Shop/Subnet0 and Shop/Subnet1 there is neither an endpoint nor a route to a NAT gateway",
  });
  expect(judge(networkReachesLogs, WITHOUT_ENDPOINTS)).toEqual({ seen: expect.stringContaining("'logs'") });
  expect(judge(networkReachesSecrets, WITHOUT_ENDPOINTS)).toEqual({ seen: expect.stringContaining("'secretsmanager'") });
});

test('only what the containers use has to be reached', () => {
  expect(judge(networkReachesEcr, running({ image: { reference: 'nginx:1', registry: 'docker-hub', tag: '1', digest: undefined } }))).toBe(true);
  expect(judge(networkReachesLogs, running({ logConfiguration: { driver: 'splunk', options: {} } }))).toBe(true);
  expect(judge(networkReachesSecrets, running({ secrets: [] }))).toBe(true);
  expect(judge(networkReachesSecrets, running({ secrets: [{ name: 'A', reference: '/a', store: 'ssm' }] }))).toEqual({ seen: expect.stringContaining("'ssm'") });
});

test('what nobody knows of the containers is not held against them', () => {
  expect(judge(networkReachesEcr, running({ image: UNKNOWN }))).toBe(UNKNOWN);
  expect(judge(networkReachesLogs, running({ logConfiguration: UNKNOWN }))).toBe(UNKNOWN);
  expect(judge(networkReachesSecrets, running({ secrets: UNKNOWN }))).toBe(UNKNOWN);
  expect(judge(networkReachesEcr, { ...WITHOUT_ENDPOINTS, task: UNKNOWN })).toBe(UNKNOWN);
});
