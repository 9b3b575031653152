import { App, CfnParameter, Fn, NestedStack, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as route53 from 'aws-cdk-lib/aws-route53';
import type { EndpointService } from '../../../src/aws/endpoint-services';
import { isKnown, type Known, UNKNOWN } from '../../../src/facts/model/fact';
import type { EndpointFacts, NetworkFacts, SubnetFacts, VpcFacts } from '../../../src/facts/model/network';
import { readNetwork } from '../../../src/facts/readers/network';
import { Templates } from '../../../src/facts/template/templates';
import { collectTemplates } from '../../../src/guardrails/plugin/collect-templates';
import { service as aws } from '../../../src/guardrails/reachability/destination';
import { mayCallOut } from '../../../src/guardrails/reachability/firewall';
import { reach } from '../../../src/guardrails/reachability/over-https';
import type { Reach } from '../../../src/guardrails/reachability/reach';

const ISOLATED = { subnetType: ec2.SubnetType.PRIVATE_ISOLATED };
const { CLOUDWATCH_LOGS } = ec2.InterfaceVpcEndpointAwsService;

describe('a VPC of the same stack', () => {
  test('is read with its range, its DNS and its subnets', () => {
    const network = read(stack => service(stack, isolated(stack)));
    expect(vpcOf(network)).toMatchObject({ id: 'Stack/Vpc8378EB38', cidr: '10.0.0.0/16', dnsSupport: true, dnsHostnames: true, endpoints: [] });
    expect(subnetsOf(network)).toMatchObject([
      { vpcId: 'Stack/Vpc8378EB38', cidr: '10.0.0.0/17', availabilityZone: '${AvailabilityZone 0}', routes: [] },
      { vpcId: 'Stack/Vpc8378EB38', cidr: '10.0.128.0/17', availabilityZone: '${AvailabilityZone 1}', routes: [] },
    ]);
    expect(network.assignPublicIp).toBe(false);
  });

  test('shows the way through a NAT gateway', () => {
    const network = read(stack => service(stack, new ec2.Vpc(stack, 'Vpc', { natGateways: 1 })));
    expect(subnetsOf(network)[0].routes).toMatchObject([{ destination: '0.0.0.0/0', target: 'nat-gateway', natGateway: { routes: [{ target: 'internet-gateway' }] } }]);
    expect(reachOf(network, 'logs')).toBe(true);
  });

  test('shows the internet gateway of public subnets, and who has a public address', () => {
    const inPublic = (assignPublicIp?: boolean) => read(stack => service(stack, new ec2.Vpc(stack, 'Vpc'), { vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC }, assignPublicIp }));
    expect(subnetsOf(inPublic())[0].routes).toEqual([{ destination: '0.0.0.0/0', target: 'internet-gateway' }]);
    expect(inPublic(true).assignPublicIp).toBe(true);
    expect(reachOf(inPublic(true), 'logs')).toBe(true);
    expect(reachOf(inPublic(), 'logs')).toMatchObject([{ because: expect.stringContaining('the only route is to an internet gateway') }]);
  });

  test('is read with subnets for IPv6 only', () => {
    const network = read(stack => {
      const vpc = isolated(stack);
      (vpc.isolatedSubnets[0].node.defaultChild as ec2.CfnSubnet).addPropertyOverride('Ipv6Native', true);
      (vpc.isolatedSubnets[1].node.defaultChild as ec2.CfnSubnet).addPropertyOverride('Ipv6Native', { Ref: new CfnParameter(stack, 'Native').logicalId });
      return service(stack, vpc);
    });
    expect(subnetsOf(network).map(({ ipv6Only }) => ipv6Only)).toEqual([true, UNKNOWN]);
  });

  test('is seen without the NAT route that an escape hatch removed', () => {
    const network = read(stack => {
      const vpc = new ec2.Vpc(stack, 'Vpc', { natGateways: 1, maxAzs: 1 });
      vpc.privateSubnets[0].node.tryRemoveChild('DefaultRoute');
      return service(stack, vpc);
    });
    expect(reachOf(network, 'logs')).toMatchObject([{ because: expect.stringContaining('neither') }]);
  });

  test.each<[string, (vpc: ec2.Vpc) => ec2.RouterType, RegExp | undefined]>([
    ['a transit gateway', () => ec2.RouterType.TRANSIT_GATEWAY, undefined],
    ['a peering', () => ec2.RouterType.VPC_PEERING_CONNECTION, undefined],
    ['a NAT instance', () => ec2.RouterType.NETWORK_INTERFACE, undefined],
  ])('that leads out by %s is not judged', (_, router) => {
    const network = read(stack => {
      const vpc = isolated(stack);
      for (const subnet of vpc.isolatedSubnets) (subnet as ec2.Subnet).addRoute('Out', { routerType: router(vpc), routerId: 'id-1' });
      return service(stack, vpc);
    });
    expect(subnetsOf(network)[0].routes).toEqual([{ destination: '0.0.0.0/0', target: 'elsewhere' }]);
    expect(reachOf(network, 'logs')).toBe(UNKNOWN);
  });

  test('of an address pool is still recognized in the rules of its endpoints', () => {
    const network = read(stack => {
      const vpc = isolated(stack);
      (vpc.node.defaultChild as ec2.CfnVPC).addPropertyOverride('CidrBlock', undefined);
      vpc.addInterfaceEndpoint('Logs', { service: CLOUDWATCH_LOGS });
      return service(stack, vpc);
    });
    expect(reachOf(network, 'logs')).toBe(true);
  });
});

describe('endpoints', () => {
  test('are read with their service, subnets, route tables and security groups, and serve the subnets', () => {
    const network = read(stack => {
      const vpc = isolated(stack);
      vpc.addInterfaceEndpoint('Logs', { service: CLOUDWATCH_LOGS });
      vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });
      return service(stack, vpc);
    });
    expect(endpointsOf(network)).toMatchObject([
      { service: 'logs', type: 'Interface', privateDns: true, subnets: subnetsOf(network).map(({ id, acl }) => ({ id, acl })) },
      { service: 's3', type: 'Gateway', routeTableIds: subnetsOf(network).map(({ routeTableId }) => routeTableId) },
    ]);
    expect([reachOf(network, 'logs'), reachOf(network, 's3')]).toEqual([true, true]);
    expect(reachOf(network, 'ssm')).toMatchObject([{ because: expect.stringContaining('neither a VPC endpoint') }]);
  });

  test.each<[string, (stack: Stack) => string]>([
    ['with the Region written out', () => 'com.amazonaws.eu-west-1.logs'],
    ['with Fn::Sub', () => Fn.sub('com.amazonaws.${AWS::Region}.logs')],
    ['with a Region from a parameter', stack => Fn.sub('com.amazonaws.${Where}.logs', { Where: new CfnParameter(stack, 'Where').valueAsString })],
    ['in China', () => 'com.amazonaws.cn-north-1.logs'],
    ['in the European Sovereign Cloud', () => 'com.amazonaws.eusc-de-east-1.logs'],
  ])('are recognized by a service name %s', (_, name) => {
    const network = read(stack => {
      const vpc = isolated(stack);
      new ec2.CfnVPCEndpoint(stack, 'Logs', { vpcId: vpc.vpcId, vpcEndpointType: 'Interface', serviceName: name(stack), privateDnsEnabled: true });
      return service(stack, vpc);
    });
    expect(endpointsOf(network)).toMatchObject([{ service: 'logs' }]);
  });

  test('lead to the Region of their VPC unless another one is named', () => {
    const regionOf = (serviceRegion?: string, region?: string) => endpointsOf(read((_, app) => {
      const stack = new Stack(app, 'Here', { env: { region } });
      const vpc = isolated(stack);
      new ec2.CfnVPCEndpoint(stack, 'Ecr', { vpcId: vpc.vpcId, vpcEndpointType: 'Interface', serviceName: 'com.amazonaws.us-east-1.ecr.api', serviceRegion });
      return service(stack, vpc);
    }))[0].region;
    expect([regionOf(), regionOf('us-east-1', 'eu-west-1'), regionOf('eu-west-1', 'eu-west-1'), regionOf('us-east-1')]).toEqual([undefined, 'us-east-1', undefined, UNKNOWN]);
  });

  test('of another VPC are not counted, and one of an unknown VPC might be any', () => {
    const declare = (vpcId: (stack: Stack) => string) => read(stack => {
      const vpc = isolated(stack);
      new ec2.CfnVPCEndpoint(stack, 'Logs', { vpcId: vpcId(stack), vpcEndpointType: 'Interface', serviceName: 'com.amazonaws.eu-west-1.logs' });
      return service(stack, vpc);
    });
    expect(endpointsOf(declare(stack => new ec2.Vpc(stack, 'Other').vpcId))).toEqual([]);
    expect(reachOf(declare(stack => new CfnParameter(stack, 'Which').valueAsString), 'logs')).toBe(UNKNOWN);
  });

  test('without private DNS do not serve, unless a hosted zone of the user may name them', () => {
    const withoutPrivateDns = (and: (stack: Stack, vpc: ec2.Vpc) => unknown) => read(stack => {
      const vpc = isolated(stack);
      vpc.addInterfaceEndpoint('Logs', { service: CLOUDWATCH_LOGS, privateDnsEnabled: false });
      and(stack, vpc);
      return service(stack, vpc);
    });
    expect(reachOf(withoutPrivateDns(() => undefined), 'logs')).toMatchObject([{ because: expect.stringMatching(/^private DNS of the endpoint .* is off$/) }]);
    expect(reachOf(withoutPrivateDns((stack, vpc) => new route53.PrivateHostedZone(stack, 'Zone', { vpc, zoneName: 'logs.eu-west-1.amazonaws.com' })), 'logs')).toBe(UNKNOWN);
  });
});

describe('security groups', () => {
  interface Groups {
    /** Whether tasks may call everybody. */
    readonly tasksCallOut: boolean;
    /** Whether the endpoint admits everybody in the VPC. */
    readonly endpointIsOpen: boolean;
    readonly introduce?: (tasks: ec2.SecurityGroup, endpoint: ec2.InterfaceVpcEndpoint) => void;
  }

  const logsWith = ({ tasksCallOut, endpointIsOpen, introduce }: Groups): Reach => reachOf(read(stack => {
    const vpc = isolated(stack);
    const tasks = new ec2.SecurityGroup(stack, 'TaskGroup', { vpc, allowAllOutbound: tasksCallOut });
    const endpoint = vpc.addInterfaceEndpoint('Logs', { service: CLOUDWATCH_LOGS, open: endpointIsOpen });
    introduce?.(tasks, endpoint);
    return service(stack, vpc, { securityGroups: [tasks] });
  }), 'logs');

  test('that know each other let tasks through', () => {
    const introduce: Groups['introduce'] = (tasks, endpoint) => endpoint.connections.allowDefaultPortFrom(tasks);
    expect(logsWith({ tasksCallOut: false, endpointIsOpen: false, introduce })).toBe(true);
  });

  test('of an endpoint that admit nobody shut tasks out', () => {
    expect(logsWith({ tasksCallOut: true, endpointIsOpen: false })).toMatchObject([{ because: expect.stringContaining('allow no traffic from the tasks') }]);
  });

  test('of tasks that allow nothing out keep them in', () => {
    expect(logsWith({ tasksCallOut: false, endpointIsOpen: true })).toMatchObject([{ because: expect.stringContaining('groups of the tasks do not allow outbound traffic') }]);
  });

  test('that were made elsewhere are not judged', () => {
    const network = read(stack => {
      const vpc = isolated(stack);
      vpc.addInterfaceEndpoint('Logs', { service: CLOUDWATCH_LOGS });
      return service(stack, vpc, { securityGroups: [ec2.SecurityGroup.fromSecurityGroupId(stack, 'Foreign', 'sg-1')] });
    });
    expect(network.securityGroups).toEqual([{ id: 'sg-1', ingress: UNKNOWN, egress: UNKNOWN }]);
    expect(reachOf(network, 'logs')).toBe(UNKNOWN);
  });

  test.each(['tcp', 'TCP', 'Tcp', '6'])('name a protocol in any case: %s', ipProtocol => {
    const network = read(stack => {
      const group = new ec2.CfnSecurityGroup(stack, 'Group', {
        groupDescription: 'tasks', securityGroupEgress: [{ ipProtocol, fromPort: 0, toPort: 65535, cidrIp: '0.0.0.0/0' }],
      });
      return plainService(stack, { subnets: ['subnet-1'], securityGroups: [group.attrGroupId] });
    });
    expect(mayCallOut(network)).toBe(true);
  });

  test('that name a protocol that EC2 does not document may let anything out', () => {
    const network = read(stack => {
      const group = new ec2.CfnSecurityGroup(stack, 'Group', {
        groupDescription: 'tasks', securityGroupEgress: [{ ipProtocol: 'all', fromPort: 0, toPort: 65535, cidrIp: '0.0.0.0/0' }],
      });
      return plainService(stack, { subnets: ['subnet-1'], securityGroups: [group.attrGroupId] });
    });
    expect(mayCallOut(network)).toBe(UNKNOWN);
  });

  test('without egress rules let everything out, as AWS does', () => {
    const network = read(stack => {
      const { vpcId } = isolated(stack);
      const group = new ec2.CfnSecurityGroup(stack, 'Group', { groupDescription: 'tasks', vpcId });
      return plainService(stack, { subnets: ['subnet-1'], securityGroups: [group.attrGroupId] });
    });
    expect(network.securityGroups).toMatchObject([{ egress: [{ protocol: '-1', peer: '0.0.0.0/0' }] }]);
  });

  test.each<[string, Partial<ec2.CfnSecurityGroupEgressProps>, unknown]>([
    ['to a range', { cidrIp: '10.0.0.0/16' }, [{ peer: '10.0.0.0/16' }]],
    ['to another group', { destinationSecurityGroupId: 'sg-1' }, [{ peer: 'sg-1' }]],
    ['over IPv6 only, which may leave the first one in place', { cidrIpv6: '2001:db8::/32' }, [{ peer: '2001:db8::/32' }, { peer: UNKNOWN }]],
    ['of a group that nobody can name', { groupId: Fn.importValue('group'), cidrIp: '10.0.0.0/16' }, [{ peer: UNKNOWN }, { peer: UNKNOWN }]],
  ])('let nothing else out once a rule beside them leads %s', (_, rule, egress) => {
    const network = read(stack => {
      const { vpcId } = isolated(stack);
      const group = new ec2.CfnSecurityGroup(stack, 'Group', { groupDescription: 'tasks', vpcId });
      new ec2.CfnSecurityGroupEgress(stack, 'Rule', { groupId: group.attrGroupId, ipProtocol: 'tcp', fromPort: 443, toPort: 443, ...rule });
      return plainService(stack, { subnets: ['subnet-1'], securityGroups: [group.attrGroupId] });
    });
    expect(network.securityGroups).toMatchObject([{ egress }]);
  });

  test('that are left out are the default group of the VPC, which is in no template', () => {
    expect(read(stack => plainService(stack, { subnets: ['subnet-1'] })).securityGroups).toBe(UNKNOWN);
  });
});

describe('a network that is declared elsewhere', () => {
  test('in another stack of the app is read through the exports', () => {
    const network = read((stack, app) => {
      const vpc = isolated(new Stack(app, 'Network'));
      vpc.addInterfaceEndpoint('Logs', { service: CLOUDWATCH_LOGS });
      return service(stack, vpc);
    });
    expect(subnetsOf(network)[0].vpcId).toBe('Network/Vpc8378EB38');
    expect([reachOf(network, 'logs'), reachOf(network, 'ssm')]).toMatchObject([true, [{ from: [expect.stringContaining('Network/'), expect.anything()] }]]);
  });

  test('in a nested stack is read through its outputs', () => {
    const network = read(stack => service(stack, isolated(new NestedStack(stack, 'Network'))));
    expect(reachOf(network, 'logs')).toMatchObject([{ because: expect.stringContaining('neither') }]);
  });

  test('outside of the app is never judged', () => {
    const network = read(stack => service(stack, ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
      vpcId: 'vpc-1', availabilityZones: ['a'], isolatedSubnetIds: ['subnet-1'], isolatedSubnetRouteTableIds: ['rtb-1'],
    })));
    expect(network).toMatchObject({ vpc: UNKNOWN, subnets: [{ id: 'subnet-1', routes: UNKNOWN }] });
    expect(reachOf(network, 'logs')).toBe(UNKNOWN);
  });

  test('in a parameter is never judged', () => {
    const network = read(stack => plainService(stack, { subnets: new CfnParameter(stack, 'Subnets', { type: 'List<AWS::EC2::Subnet::Id>' }).valueAsList }));
    expect(network).toMatchObject({ vpc: UNKNOWN, subnets: UNKNOWN });
  });
});

test('a VPC of L1 constructs without route table has the main table, which leads nowhere, and its DNS names are off', () => {
  const network = read(stack => {
    const vpcId = new ec2.CfnVPC(stack, 'Vpc', { cidrBlock: '10.0.0.0/16' }).ref;
    return plainService(stack, { subnets: [new ec2.CfnSubnet(stack, 'Subnet', { vpcId, cidrBlock: '10.0.0.0/24' }).ref] });
  });
  expect(vpcOf(network)).toMatchObject({ dnsSupport: true, dnsHostnames: false });
  expect(subnetsOf(network)).toMatchObject([{ id: 'Stack/Subnet', routeTableId: undefined, routes: [] }]);
});

/** The network of the one service in an app, read from its templates as they are written for deployment. */
function read(declare: (stack: Stack, app: App) => unknown): NetworkFacts {
  const app = new App();
  declare(new Stack(app, 'Stack'), app);
  app.synth();
  const templates = new Templates(collectTemplates(app));
  return known(readNetwork(templates, templates.ofType('AWS::ECS::Service')[0]));
}

const reachOf = (network: NetworkFacts, name: EndpointService): Reach => reach(network, aws(name, []));

const isolated = (scope: Stack) => new ec2.Vpc(scope, 'Vpc', { natGateways: 0, maxAzs: 2, subnetConfiguration: [{ name: 'isolated', ...ISOLATED }] });

function service(stack: Stack, vpc: ec2.IVpc, props: Partial<ecs.FargateServiceProps> = {}) {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromRegistry('app:1') });
  return new ecs.FargateService(stack, 'Service', { cluster: new ecs.Cluster(stack, 'Cluster', { vpc }), taskDefinition, ...props });
}

const plainService = (stack: Stack, awsvpcConfiguration: ecs.CfnService.AwsVpcConfigurationProperty) =>
  new ecs.CfnService(stack, 'Service', { launchType: 'FARGATE', taskDefinition: 'task:1', networkConfiguration: { awsvpcConfiguration } });

function known<T>(value: Known<T>): T {
  if (!isKnown(value)) throw new Error('expected a known value');
  return value;
}

const vpcOf = (network: NetworkFacts): VpcFacts => known(network.vpc);
const subnetsOf = (network: NetworkFacts): readonly SubnetFacts[] => known(network.subnets);
const endpointsOf = (network: NetworkFacts): readonly EndpointFacts[] => known(vpcOf(network).endpoints);
