import fc from 'fast-check';
import { fuzz } from '../fuzz';
import { HARDENED_CONTAINER, HARDENED_NAT_GATEWAY, HARDENED_NETWORK, HARDENED_SERVICE, HARDENED_TASK } from './hardened-facts';
import { patched } from './patched';
import type { ContainerFacts } from '../../src/facts/model/container';
import { isKnown, type Known, UNKNOWN } from '../../src/facts/model/fact';
import type { SubnetFacts, VpcFacts } from '../../src/facts/model/network';
import type { ExecLoggingFacts, ServiceFacts } from '../../src/facts/model/service';
import type { EfsVolumeFacts, MountTargetFacts } from '../../src/facts/model/volume';
import { evaluate } from '../../src/guardrails/evaluate';
import type { Patch, ServiceRule, Verdict } from '../../src/guardrails/model/rule';
import { egressAdmitsStartUp } from '../../src/guardrails/rules/egress-admits-start-up';
import { endpointAdmitsTasks } from '../../src/guardrails/rules/endpoint-admits-tasks';
import { multipleAvailabilityZones } from '../../src/guardrails/rules/multiple-availability-zones';
import { networkReachesEcr } from '../../src/guardrails/rules/network-reaches-ecr';
import { networkReachesEfs } from '../../src/guardrails/rules/network-reaches-efs';
import { networkReachesEnvFiles } from '../../src/guardrails/rules/network-reaches-env-files';
import { networkReachesExec } from '../../src/guardrails/rules/network-reaches-exec';
import { networkReachesLogs } from '../../src/guardrails/rules/network-reaches-logs';
import { networkReachesRegistry } from '../../src/guardrails/rules/network-reaches-registry';
import { networkReachesSecrets } from '../../src/guardrails/rules/network-reaches-secrets';
import { noPublicIp } from '../../src/guardrails/rules/no-public-ip';
import { publicSubnetNeedsPublicIp } from '../../src/guardrails/rules/public-subnet-needs-public-ip';
import { subnetCapacity } from '../../src/guardrails/rules/subnet-capacity';
import { vpcDnsEnabled } from '../../src/guardrails/rules/vpc-dns-enabled';

const serviceWith = (patch: Patch<ServiceFacts>): ServiceFacts => patched(HARDENED_SERVICE, patch);
const judge = (rule: ServiceRule, patch: Patch<ServiceFacts> = {}): Verdict => rule.holds(serviceWith(patch));
const seen = (text: string): Verdict => ({ seen: expect.stringContaining(text) });

const known = <T>(value: Known<T>): T => {
  if (!isKnown(value)) throw new Error('the hardened network is known');
  return value;
};
const VPC = known(HARDENED_NETWORK.vpc);
const SUBNETS = known(HARDENED_NETWORK.subnets).map((subnet): SubnetFacts => ({ ...subnet, routes: [] }));
const ENDPOINTS = known(VPC.endpoints);

const NETWORK_RULES = [
  egressAdmitsStartUp,
  endpointAdmitsTasks,
  multipleAvailabilityZones,
  networkReachesEcr,
  networkReachesEfs,
  networkReachesEnvFiles,
  networkReachesExec,
  networkReachesLogs,
  networkReachesRegistry,
  networkReachesSecrets,
  noPublicIp,
  publicSubnetNeedsPublicIp,
  subnetCapacity,
  vpcDnsEnabled,
];

/** What all rules about the network say of a service, each fault once. */
const findings = (patch: Patch<ServiceFacts>) => evaluate(serviceWith(patch), NETWORK_RULES);

/** Isolated subnets with these endpoints. */
const endpoints = (...services: string[]): Patch<ServiceFacts> =>
  ({ network: { subnets: SUBNETS, vpc: { endpoints: ENDPOINTS.filter(({ service }) => services.includes(String(service))) } } });
const NONE = endpoints();

const withContainer = (container: ContainerFacts): ServiceFacts => ({ ...serviceWith(NONE), task: { ...HARDENED_TASK, containers: [container] } });
const running = (container: Patch<ContainerFacts>): ServiceFacts => withContainer(patched(HARDENED_CONTAINER, container));

describe.each(NETWORK_RULES.map(rule => [rule.id, rule] as const))('%s', (_, rule) => {
  test('holds for a hardened service', () => expect(judge(rule)).toBe(true));

  test('blames nobody for a network that nobody knows', () => {
    const verdict = rule.holds({ ...HARDENED_SERVICE, network: UNKNOWN });
    expect([true, UNKNOWN]).toContain(verdict);
  });
});

describe('a network without a way out', () => {
  const allOfIt = "tasks cannot reach 'ecr.api', 'ecr.dkr', 's3', 'logs', 'secretsmanager', 'ssmmessages', 'kms', because from Shop/Subnet0 and Shop/Subnet1 "
    + 'there is neither a VPC endpoint nor a route to a NAT gateway';

  test('is one finding, which lists everything that is not reached and from where', () => {
    expect(findings(NONE)).toMatchObject([{ rule: { id: 'network-reaches-ecr' }, seen: allOfIt }]);
  });

  test('is still found by the other rules where one is switched off', () => {
    const others = NETWORK_RULES.filter(({ id }) => id !== 'network-reaches-ecr');
    expect(evaluate(serviceWith(NONE), others)).toMatchObject([{ rule: { id: 'network-reaches-logs' }, seen: allOfIt }]);
  });

  test('is found for sessions alone only when tasks do start', () => {
    expect(judge(networkReachesExec, NONE)).toBe(UNKNOWN);
    expect(findings(endpoints('ecr.api', 'ecr.dkr', 's3', 'logs', 'secretsmanager', 'kms')))
      .toMatchObject([{ rule: { id: 'network-reaches-exec' }, seen: expect.stringContaining("'ssmmessages'") }]);
  });
});

describe('each fault has one rule that tells of it', () => {
  test.each<[fault: string, patch: Patch<ServiceFacts>, rule: string, seen: string]>([
    ['tasks that may call nobody', { network: { securityGroups: { egress: [] } } }, 'egress-admits-start-up', 'do not allow outbound traffic'],
    ['endpoints that admit nobody', { network: { vpc: { endpoints: { securityGroups: { ingress: [] } } } } }, 'endpoint-admits-tasks', 'allow no traffic from the tasks'],
    ['endpoints without private DNS', { network: { vpc: { endpoints: { privateDns: false } }, subnets: { routes: [] } } }, 'endpoint-admits-tasks', 'private DNS of the endpoint Shop/logs is off'],
    ['a gateway endpoint whose policy forgets image layers', {
      network: {
        vpc: {
          endpoints: ENDPOINTS.map(each => each.service === 's3'
            ? { ...each, policy: [{ effect: 'Allow', actions: ['s3:*'], resources: ['arn:aws:s3:::shop/*'], conditional: false }] } : each),
        },
      },
    }, 'endpoint-admits-tasks', 'starport-layer-bucket'],
    ['a VPC without DNS', { network: { vpc: { dnsSupport: false } } }, 'vpc-dns-enabled', 'DNS support of Shop/Vpc is off'],
    ['a public subnet for tasks without a public address', { network: { vpc: { endpoints: [] }, subnets: { routes: [{ destination: '0.0.0.0/0', target: 'internet-gateway' }] } } },
      'public-subnet-needs-public-ip', 'a task without a public IP address cannot use'],
    ['a network ACL that lets nothing through', { network: { vpc: { endpoints: { subnets: [{ ...SUBNETS[0], id: 'Shop/Elsewhere' }] } }, subnets: { acl: [] } } }, 'network-reaches-ecr', 'network ACL'],
    ['a name server that the tasks may not call', { network: { vpc: { nameServers: ['10.0.9.9'] }, securityGroups: { egress: [{ protocol: 'tcp', fromPort: 443, toPort: 443, peer: '0.0.0.0/0' }] } } },
      'egress-admits-start-up', "tasks cannot reach '10.0.9.9', because from Shop/Subnet0 and Shop/Subnet1 the security groups of the tasks do not allow outbound traffic to this destination on port 53"],
  ])('%s', (_, patch, rule, text) => {
    expect(findings(patch)).toMatchObject([{ rule: { id: rule }, seen: expect.stringContaining(text) }]);
  });

  test('two faults in two subnets are two findings', () => {
    const subnets: SubnetFacts[] = [{ ...SUBNETS[0], routes: [{ destination: '0.0.0.0/0', target: 'internet-gateway' }] }, SUBNETS[1]];
    expect(findings({ network: { vpc: { endpoints: [] }, subnets } }).map(({ rule }) => rule.id)).toEqual(['network-reaches-ecr', 'public-subnet-needs-public-ip']);
  });

  test('a VPC without host names is sound when nothing in it needs them', () => {
    const vpc: Patch<VpcFacts> = { dnsHostnames: false, endpoints: [] };
    expect(judge(vpcDnsEnabled, { network: { vpc, subnets: { routes: [{ destination: '0.0.0.0/0', target: 'nat-gateway', natGateway: HARDENED_NAT_GATEWAY }] } } })).toBe(true);
  });
});

describe('only what the containers use has to be reached', () => {
  test('images, logs, secrets and files', () => {
    expect(networkReachesEcr.holds(running({ image: { registry: 'docker-hub' } }))).toBe(true);
    expect(networkReachesLogs.holds(running({ logConfiguration: { driver: 'splunk', options: {} } }))).toBe(true);
    expect(networkReachesSecrets.holds(running({ secrets: [] }))).toBe(true);
    const parameter = { secrets: [{ name: 'A', reference: '/a', store: 'ssm' }] } as const;
    expect(networkReachesSecrets.holds(running(parameter))).toMatchObject({ seen: expect.stringContaining("'ssm'") });
    expect(networkReachesEnvFiles.holds(running({ environmentFiles: ['arn:aws:s3:::shop/app.env'] }))).toMatchObject({ seen: expect.stringContaining("'s3'") });
  });

  test('what nobody knows of the containers is not held against them', () => {
    const unlike = (container: Partial<ContainerFacts>) => withContainer({ ...HARDENED_CONTAINER, ...container });
    expect(networkReachesEcr.holds(unlike({ image: UNKNOWN }))).toBe(UNKNOWN);
    expect(networkReachesLogs.holds(unlike({ logConfiguration: UNKNOWN }))).toBe(UNKNOWN);
    expect(networkReachesSecrets.holds(unlike({ secrets: UNKNOWN }))).toBe(UNKNOWN);
    expect(networkReachesEnvFiles.holds(unlike({ environmentFiles: UNKNOWN }))).toBe(UNKNOWN);
    expect(networkReachesEcr.holds({ ...serviceWith(NONE), task: UNKNOWN })).toBe(UNKNOWN);
    expect(networkReachesEfs.holds({ ...serviceWith(NONE), task: UNKNOWN })).toBe(UNKNOWN);
  });

  test.each<[image: string, registry: 'ecr-public' | 'docker-hub' | 'other', verdict: Verdict]>([
    ['public.ecr.aws/nginx/nginx:1', 'ecr-public', seen("'https://public.ecr.aws'")],
    ['nginx:1', 'docker-hub', seen("'https://registry-1.docker.io'")],
    ['ghcr.io/shop/web:1', 'other', seen("'https://ghcr.io'")],
    ['europe-docker.pkg.dev/shop/web:1', 'other', seen("'https://europe-docker.pkg.dev'")],
    ['registry.shop.internal/web:1', 'other', UNKNOWN],
  ])('the registry of %s', (reference, registry, verdict) => {
    const answer = networkReachesRegistry.holds(running({ image: { reference, registry } }));
    if (verdict === UNKNOWN) expect(answer).toBe(UNKNOWN);
    else expect(answer).toMatchObject(verdict as object);
  });
});

describe('what is kept in another Region', () => {
  const START = ['ecr.api', 'ecr.dkr', 's3', 'logs', 'secretsmanager'];
  const behindEndpoints = (container: object): ServiceFacts =>
    ({ ...serviceWith(endpoints(...START)), task: { ...HARDENED_TASK, containers: [patched(HARDENED_CONTAINER, container)] } });

  test('comes through no endpoint of the own one, be it an image or a secret', () => {
    expect(networkReachesEcr.holds(behindEndpoints({ image: { region: 'us-east-1' } })))
      .toMatchObject({ seen: expect.stringContaining("tasks cannot reach 'ecr.api in us-east-1', 'ecr.dkr in us-east-1', 's3 in us-east-1'") });
    expect(networkReachesSecrets.holds(behindEndpoints({ secrets: { region: 'us-east-1' } })))
      .toMatchObject({ seen: expect.stringContaining("'secretsmanager in us-east-1'") });
  });

  test('may come through them where nobody knows which Region that is', () => {
    expect(networkReachesEcr.holds(behindEndpoints({ image: { region: UNKNOWN } }))).toBe(UNKNOWN);
  });

  test('hides nothing of what the own one needs', () => {
    const shut: Patch<ServiceFacts> = { network: { vpc: { endpoints: { securityGroups: { ingress: [] } } } } };
    const both = [HARDENED_CONTAINER, patched(HARDENED_CONTAINER, { image: { region: UNKNOWN } })];
    expect(endpointAdmitsTasks.holds({ ...serviceWith(shut), task: { ...HARDENED_TASK, containers: both } })).toEqual(seen("tasks cannot reach 'ecr.api'"));
  });
});

describe('sessions need', () => {
  const session = (execLogging: Patch<ExecLoggingFacts>, ...reached: string[]): Verdict =>
    judge(networkReachesExec, { ...endpoints('ecr.api', 'ecr.dkr', 's3', 'logs', 'secretsmanager', ...reached), cluster: { execLogging: { sessionKey: undefined, ...execLogging } } });

  test('a channel, when they are on', () => {
    expect(session({})).toEqual(seen("'ssmmessages'"));
    expect(session({}, 'ssmmessages')).toBe(true);
    expect(judge(networkReachesExec, { ...endpoints('ecr.api', 'ecr.dkr', 's3', 'logs', 'secretsmanager'), enableExecuteCommand: false })).toBe(true);
  });

  test('their key', () => {
    const KEY = { arn: 'arn:aws:kms:eu-west-1:111122223333:key/1', grants: [] };
    expect(session({ sessionKey: KEY }, 'ssmmessages')).toEqual(seen("'kms'"));
    expect(session({ sessionKey: KEY }, 'ssmmessages', 'kms')).toBe(true);
  });

  test('the target of their record, where there is one', () => {
    const silent = { task: { containers: { logConfiguration: { driver: 'splunk' }, image: { registry: 'other', reference: 'registry.shop.internal/web:1' } } } } as const;
    const recorded = (execLogging: Patch<ExecLoggingFacts>) => judge(networkReachesExec, { ...endpoints('ssmmessages', 'secretsmanager'), ...silent, cluster: { execLogging: { sessionKey: undefined, ...execLogging } } });
    expect(recorded({ logging: 'OVERRIDE', logGroup: 'sessions' })).toEqual(seen("'logs'"));
    expect(recorded({ logging: 'OVERRIDE', logGroup: undefined, bucket: 'sessions' })).toEqual(seen("'s3'"));
    expect(recorded({ logging: 'NONE', logGroup: 'sessions' })).toBe(true);
  });

  test('what an unknown cluster says', () => {
    expect(networkReachesExec.holds({ ...serviceWith({}), cluster: UNKNOWN })).toBe(UNKNOWN);
  });
});

describe('files on EFS', () => {
  const target = (index: number): MountTargetFacts => ({
    id: `Shop/MountTarget${index}`,
    site: SUBNETS[index],
    securityGroups: [{
      id: 'Shop/FilesGroup', ingress: [{ protocol: 'tcp', fromPort: 2049, toPort: 2049, peer: 'Shop/TaskGroup' }], egress: [],
    }],
  });
  const inOtherVpc = (index: number): MountTargetFacts =>
    ({ ...target(index), securityGroups: [{ id: 'Shop/FilesGroup', vpcId: 'Shop/OtherVpc', ingress: [], egress: [] }] });
  const files = (efs: Partial<EfsVolumeFacts>): Patch<ServiceFacts> => ({
    task: {
      volumes: [{
        name: 'files', efs: { fileSystemId: 'Shop/Files', mountTargets: [target(0), target(1)], transitEncryption: true, iam: true, accessPoint: undefined, ...efs },
      }],
    },
  });

  test('and all else that is sound stay so when some of it is unknown, whichever part it is', () => {
    const dice = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }));
    const isolated = endpoints('ecr.api', 'ecr.dkr', 's3', 'logs', 'secretsmanager', 'ssmmessages', 'kms');
    fuzz(fc.property(fc.constantFrom(files({}), { ...files({}), ...isolated }), dice, (sound, throws) => {
      const blurred = blur(serviceWith(sound), () => throws.next().value > 0.95) as ServiceFacts;
      expect(evaluate(blurred, NETWORK_RULES)).toEqual([]);
    }), 500);
  });

  test('are reached through a mount target in each zone', () => {
    expect(judge(networkReachesEfs, files({}))).toBe(true);
    expect(findings(files({}))).toEqual([]);
  });

  test.each<[fault: string, patch: Patch<ServiceFacts>, rule: string, text: string]>([
    ['not from a zone without one', files({ mountTargets: [target(0)] }), 'network-reaches-efs',
      "tasks cannot reach 'Shop/Files', because from Shop/Subnet1 there is no mount target of Shop/Files in the Availability Zone"],
    ['not from anywhere without any', files({ mountTargets: [] }), 'network-reaches-efs', 'from Shop/Subnet0 and Shop/Subnet1 there is no mount target'],
    ['not from another VPC', files({ mountTargets: [inOtherVpc(0), inOtherVpc(1)] }), 'network-reaches-efs',
      'from Shop/Subnet0 and Shop/Subnet1 the DNS name of Shop/Files does not resolve, because its mount targets are in the VPC Shop/OtherVpc'],
    ['not through one that does not admit the tasks', files({ mountTargets: [target(0), { ...target(1), securityGroups: [] }] }), 'network-reaches-efs', 'Shop/MountTarget1 do not allow inbound traffic'],
    ['not through a closed network ACL', files({ mountTargets: [target(0), { ...target(1), site: { ...SUBNETS[1], id: 'Shop/Closed', acl: [] } }] }), 'network-reaches-efs', 'network ACLs'],
    ['not by tasks that may speak HTTPS only', { ...files({}), network: { securityGroups: { egress: [{ protocol: 'tcp', fromPort: 443, toPort: 443, peer: '0.0.0.0/0' }] } } },
      'egress-admits-start-up', 'on port 2049'],
    ['not by name in a VPC without host names', { ...files({}), network: { vpc: { dnsHostnames: false } } }, 'vpc-dns-enabled', "'Shop/Files'"],
  ])('%s', (_, patch, rule, text) => {
    expect(findings(patch)).toMatchObject([{ rule: { id: rule }, seen: expect.stringContaining(text) }]);
  });

  test.each<[unknown: string, patch: Patch<ServiceFacts>]>([
    ['mount targets', files({ mountTargets: UNKNOWN })],
    ['the place of a mount target', files({ mountTargets: [target(0), { ...target(1), site: UNKNOWN }] })],
    ['the zone of a mount target', files({ mountTargets: [target(0), { ...target(1), site: { ...SUBNETS[1], id: 'Shop/Other', availabilityZone: UNKNOWN } }] })],
    ['a zone that is spelled by its id', files({ mountTargets: [target(0), { ...target(1), site: { ...SUBNETS[1], id: 'Shop/Other', availabilityZone: 'euw1-az2' } }] })],
    ['security groups of a mount target', files({ mountTargets: [target(0), { ...target(1), securityGroups: UNKNOWN }] })],
  ])('may be reached, for all that is known, where %s nobody knows', (_, patch) => {
    expect(judge(networkReachesEfs, patch)).toBe(UNKNOWN);
  });
});

const inSubnets = (...subnets: Partial<SubnetFacts>[]): ServiceFacts =>
  ({ ...HARDENED_SERVICE, network: { ...HARDENED_NETWORK, subnets: subnets.map(subnet => ({ ...SUBNETS[0], ...subnet })) } });

describe('Availability Zones', () => {
  const zones = (...names: SubnetFacts['availabilityZone'][]): Verdict =>
    multipleAvailabilityZones.holds(inSubnets(...names.map((availabilityZone, index): Partial<SubnetFacts> => ({ id: `subnet-${index}`, availabilityZone }))));

  test.each<[sentence: string, names: SubnetFacts['availabilityZone'][], verdict: Verdict]>([
    ['the first and the second of a Region are two', ['${AvailabilityZone 0}', '${AvailabilityZone 1}'], true],
    ['two ids are two', ['euw1-az1', 'euw1-az2'], true],
    ['one of three that differs is enough', ['eu-west-1a', 'eu-west-1a', 'eu-west-1b'], true],
    ['the same one twice is one', ['${AvailabilityZone 0}', '${AvailabilityZone 0}'], { seen: "all tasks run in '${AvailabilityZone 0}'" }],
    ['one subnet is in one, whichever it is', [UNKNOWN], { seen: 'all tasks run in one subnet, subnet-0' }],
    ['a name and a place in the list may be one', ['eu-west-1a', '${AvailabilityZone 1}'], UNKNOWN],
    ['a name and an id may be one', ['eu-west-1a', 'euw1-az2'], UNKNOWN],
    ['one that AWS chooses may be another', ['eu-west-1a', undefined], UNKNOWN],
    ['one that nobody knows may be another', ['eu-west-1a', 'eu-west-1a', UNKNOWN], UNKNOWN],
  ])('%s', (_, names, verdict) => {
    expect(zones(...names)).toEqual(verdict);
  });

  test('of subnets that nobody can count are not judged', () => {
    expect(multipleAvailabilityZones.holds(inSubnets({ id: '${?}' }))).toBe(UNKNOWN);
  });
});

describe('addresses', () => {
  const capacity = (cidrs: SubnetFacts['cidr'][], ...mostTasks: Known<number>[]) => capacityWith(UNKNOWN, cidrs, ...mostTasks);
  const capacityWith = (fewest: Known<number>, cidrs: SubnetFacts['cidr'][], ...mostTasks: Known<number>[]) => evaluate({
    ...HARDENED_SERVICE,
    network: { ...HARDENED_NETWORK, subnets: cidrs.map((cidr, index) => ({ ...SUBNETS[index], cidr })), servicesInSubnets: mostTasks.map((most, index) => ({ id: `Shop/Service${index}`, mostTasks: most, fewestTasks: fewest })) },
  }, [subnetCapacity]).map(({ level, seen: text }) => [level, text]);

  test('five of each subnet are kept by AWS', () => {
    expect(capacity(['10.0.0.0/28', '10.0.0.16/28'], 17)).toEqual([]);
    expect(capacity(['10.0.0.0/28', '10.0.0.16/28'], 18)).toEqual([['warning', 'the service can run 18 tasks at once, and the subnets have 22 free IP addresses']]);
    expect(capacity(['10.0.0.0/28', '10.0.0.16/28'], 22)).toEqual([['warning', expect.anything()]]);
    expect(capacity(['10.0.0.0/28', '10.0.0.16/28'], 23)).toEqual([['warning', 'the service can run 23 tasks at once, and the subnets have 22 free IP addresses']]);
  });

  test('are shared by all services in the same subnets', () => {
    expect(capacity(['10.0.0.0/28'], 6, 6)).toEqual([['warning', 'the 2 services in these subnets can run 12 tasks at once, and the subnets have 11 free IP addresses']]);
  });

  test('are not judged where nobody knows how many there are', () => {
    expect(capacity(['10.0.0.0/28', UNKNOWN], 1000)).toEqual([]);
    expect(capacity(['10.0.0.0/28', undefined], 1000)).toEqual([]);
    expect(capacity(['10.0.0.0/28'], UNKNOWN)).toEqual([]);
  });

  test('are too few for those who are known already, whoever else comes', () => {
    expect(capacity(['10.0.0.0/28'], 12, UNKNOWN)).toEqual([['warning', expect.anything()]]);
  });

  test('that a peak or a deployment lacks are a warning, and those that tasks always lack are an error', () => {
    expect(capacityWith(11, ['10.0.0.0/28'], 22)).toEqual([['warning', 'the service can run 22 tasks at once, and the subnets have 11 free IP addresses']]);
    expect(capacityWith(12, ['10.0.0.0/28'], 24)).toEqual([['error', 'the service runs at least 12 tasks, and the subnets have 11 free IP addresses']]);
    expect(capacityWith(6, ['10.0.0.0/28'], 12, 12))
      .toEqual([['error', 'the 2 services in these subnets run at least 12 tasks, and the subnets have 11 free IP addresses']]);
  });
});

/** Facts with some of them unknown; what is always known stays, such as names and places. */
function blur(value: unknown, lost: () => boolean): unknown {
  if (Array.isArray(value)) return value.map(item => blur(item, lost));
  if (typeof value !== 'object' || value === null) return value;
  const isAlwaysKnown = (name: string) => ['at', 'id', 'name', 'effect', 'conditional', 'reference'].includes(name);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, isAlwaysKnown(name) ? inner : lost() ? UNKNOWN : blur(inner, lost)]));
}
