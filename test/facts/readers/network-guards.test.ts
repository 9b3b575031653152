import { App, CfnCondition, type CfnElement, CfnParameter, Fn, Stack } from 'aws-cdk-lib';
import { Schedule } from 'aws-cdk-lib/aws-applicationautoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { isKnown, type Known, UNKNOWN } from '../../../src/facts/model/fact';
import type { EndpointFacts, NetworkFacts, SubnetFacts, VpcFacts } from '../../../src/facts/model/network';
import type { ServiceFacts } from '../../../src/facts/model/service';
import type { VolumeFacts } from '../../../src/facts/model/volume';
import { readServices } from '../../../src/facts/readers/service';
import { Templates } from '../../../src/facts/template/templates';
import { collectTemplates } from '../../../src/guardrails/plugin/collect-templates';

const ISOLATED = { subnetType: ec2.SubnetType.PRIVATE_ISOLATED };

describe('network ACLs', () => {
  test('of a VPC are the default one, which lets everything through', () => {
    const { acl } = subnetOf(read(stack => service(stack, isolated(stack))));
    expect(acl).toEqual([
      { number: 100, egress: true, allows: true, protocol: '-1', range: '0.0.0.0/0' },
      { number: 100, egress: false, allows: true, protocol: '-1', range: '0.0.0.0/0' },
    ]);
  });

  test('are read rule by rule where one is associated with the subnet', () => {
    const { acl } = subnetOf(read(stack => {
      const vpc = isolated(stack);
      const guard = new ec2.NetworkAcl(stack, 'Acl', { vpc, subnetSelection: ISOLATED });
      guard.addEntry('Out', { ruleNumber: 90, cidr: ec2.AclCidr.ipv4('10.1.0.0/16'), direction: ec2.TrafficDirection.EGRESS, traffic: ec2.AclTraffic.tcpPort(443), ruleAction: ec2.Action.DENY });
      return service(stack, vpc);
    }));
    expect(acl).toEqual([{ number: 90, egress: true, allows: false, protocol: '6', range: '10.1.0.0/16', fromPort: 443, toPort: 443 }]);
  });

  test('are unknown where nobody knows which one guards the subnet', () => {
    const { acl } = subnetOf(read(stack => {
      const vpc = isolated(stack);
      new ec2.CfnSubnetNetworkAclAssociation(stack, 'Guard', { subnetId: vpc.isolatedSubnets[0].subnetId, networkAclId: new CfnParameter(stack, 'Acl').valueAsString });
      return service(stack, vpc);
    }));
    expect(acl).toBe(UNKNOWN);
  });

  test('may have a rule of which nobody knows whether it is theirs, or whether it is made', () => {
    type Place = (stack: Stack, vpc: ec2.Vpc) => string;
    const withEntry = (networkAclId: Place, under?: (stack: Stack, entry: CfnElement) => unknown) => subnetOf(read(stack => {
      const vpc = isolated(stack);
      const entry = new ec2.CfnNetworkAclEntry(stack, 'Entry', { networkAclId: networkAclId(stack, vpc), ruleNumber: 10, protocol: -1, ruleAction: 'deny', cidrBlock: '0.0.0.0/0' });
      under?.(stack, entry);
      return service(stack, vpc);
    })).acl;
    expect(withEntry((_, vpc) => vpc.vpcDefaultNetworkAcl)).toContainEqual(expect.objectContaining({ number: 10, egress: false, allows: false }));
    expect(withEntry(stack => new CfnParameter(stack, 'Acl').valueAsString)).toContainEqual(expect.objectContaining({ number: UNKNOWN }));
    expect(withEntry(() => 'acl-1')).toHaveLength(2);
    expect(withEntry((_, vpc) => vpc.vpcDefaultNetworkAcl, sometimes)).toContainEqual(expect.objectContaining({ number: UNKNOWN }));
  });
});

describe('policies of endpoints', () => {
  const policyOf = (statement: (stack: Stack) => iam.PolicyStatementProps | undefined) => endpointOf(read(stack => {
    const vpc = isolated(stack);
    const gateway = vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });
    const props = statement(stack);
    if (props !== undefined) gateway.addToPolicy(new iam.PolicyStatement({ principals: [new iam.AnyPrincipal()], ...props }));
    return service(stack, vpc);
  })).policy;

  test('are absent where everything is allowed', () => expect(policyOf(() => undefined)).toBeUndefined());

  test('are read statement by statement, with a name for the buckets of the app', () => {
    expect(policyOf(stack => ({ actions: ['s3:GetObject'], resources: [new s3.Bucket(stack, 'Data').arnForObjects('*')] }))).toMatchObject([
      { effect: 'Allow', actions: ['s3:GetObject'], resources: [expect.stringMatching(/^arn:\$\{AWS::Partition\}:s3:::\$\{AWS::StackName\}-data\w+-\?{12}\/\*$/)], conditional: false },
    ]);
    expect(policyOf(stack => ({ actions: ['s3:GetObject'], resources: [new s3.Bucket(stack, 'Data', { bucketName: 'shop-data' }).arnForObjects('*')] }))).toMatchObject([
      { resources: ['arn:${AWS::Partition}:s3:::shop-data/*'] },
    ]);
  });

  test('for some callers only apply to the tasks perhaps', () => {
    expect(policyOf(() => ({ actions: ['*'], resources: ['*'], principals: [new iam.ArnPrincipal('arn:aws:iam::111122223333:role/other')] }))).toMatchObject([{ conditional: true }]);
  });

  test('that are parameters are unknown', () => {
    const network = read(stack => {
      const vpc = isolated(stack);
      const gateway = vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });
      (gateway.node.defaultChild as ec2.CfnVPCEndpoint).addPropertyOverride('PolicyDocument', { Ref: new CfnParameter(stack, 'Policy').logicalId });
      return service(stack, vpc);
    });
    expect(endpointOf(network).policy).toBe(UNKNOWN);
  });
});

describe('what is made under a condition', () => {
  test('an endpoint may be there or not', () => {
    const network = read(stack => {
      const vpc = isolated(stack);
      sometimes(stack, vpc.addInterfaceEndpoint('Logs', { service: ec2.InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS }).node.defaultChild as ec2.CfnVPCEndpoint);
      return service(stack, vpc);
    });
    expect(endpointOf(network)).toMatchObject({ service: 'logs', privateDns: UNKNOWN, routeTableIds: UNKNOWN });
  });

  test('a route may be there or not', () => {
    const network = read(stack => {
      const vpc = new ec2.Vpc(stack, 'Vpc', { natGateways: 1 });
      sometimes(stack, vpc.privateSubnets[0].node.findChild('DefaultRoute') as ec2.CfnRoute);
      return service(stack, vpc);
    });
    expect(subnetOf(network).routes).toEqual([{ destination: UNKNOWN, target: UNKNOWN }]);
  });

  test('a value that a condition chooses is unknown', () => {
    const network = read(stack => {
      const vpc = isolated(stack);
      const condition = sometimes(stack);
      (vpc.node.defaultChild as ec2.CfnVPC).addPropertyOverride('EnableDnsHostnames', Fn.conditionIf(condition.logicalId, true, false));
      return service(stack, vpc);
    });
    expect(vpcOf(network).dnsHostnames).toBe(UNKNOWN);
  });
});

describe('prefix lists', () => {
  const egressTo = (prefixList: (stack: Stack) => string) => known(groupOf(read(stack => {
    const vpc = isolated(stack);
    const tasks = new ec2.SecurityGroup(stack, 'Tasks', { vpc, allowAllOutbound: false });
    tasks.addEgressRule(ec2.Peer.prefixList(prefixList(stack)), ec2.Port.HTTPS);
    return service(stack, vpc, { securityGroups: [tasks] });
  })).egress).map(({ peer }) => peer);

  test('of the app stand for their ranges', () => {
    expect(egressTo(stack => new ec2.PrefixList(stack, 'Offices', { entries: [{ cidr: '10.1.0.0/16' }, { cidr: '10.2.0.0/16' }] }).prefixListId))
      .toEqual(['10.1.0.0/16', '10.2.0.0/16']);
  });

  test('of AWS stand for themselves', () => expect(egressTo(() => 'pl-6da54004')).toEqual(['pl-6da54004']));
});

describe('name servers', () => {
  const serversWith = (declare: (stack: Stack, vpc: ec2.Vpc) => unknown) => vpcOf(read(stack => {
    const vpc = isolated(stack);
    declare(stack, vpc);
    return service(stack, vpc);
  })).nameServers;

  const options = (domainNameServers?: string[]) => (stack: Stack, vpc: ec2.Vpc) => new ec2.CfnVPCDHCPOptionsAssociation(stack, 'Association', {
    vpcId: vpc.vpcId, dhcpOptionsId: new ec2.CfnDHCPOptions(stack, 'Options', { domainNameServers, domainName: 'shop.internal' }).ref,
  });

  test('are Amazon\'s unless the VPC is told otherwise', () => {
    expect(serversWith(() => undefined)).toEqual([]);
    expect(serversWith(options(['AmazonProvidedDNS']))).toEqual([]);
    expect(serversWith(options(['10.0.9.9', '10.0.9.10']))).toEqual(['10.0.9.9', '10.0.9.10']);
  });

  test('are unknown where nobody sees the options', () => {
    expect(serversWith((stack, vpc) => new ec2.CfnVPCDHCPOptionsAssociation(stack, 'Association', { vpcId: vpc.vpcId, dhcpOptionsId: 'dopt-1' }))).toBe(UNKNOWN);
  });
});

describe('the services in the same subnets', () => {
  const mostOf = (...props: Partial<ecs.FargateServiceProps>[]) => servicesInSubnetsOf(read(stack => {
    const vpc = isolated(stack);
    return props.map((each, index) => service(stack, vpc, each, `Service${index}`));
  }));

  test('are counted with the tasks that a deployment starts', () => {
    expect(mostOf({ desiredCount: 3 }, { desiredCount: 4, maxHealthyPercent: 150, minHealthyPercent: 100 })).toEqual([6, 6]);
    expect(mostOf({ desiredCount: 3, deploymentController: { type: ecs.DeploymentControllerType.CODE_DEPLOY } })).toEqual([6]);
  });

  test('are counted with all that scaling may ask for, on schedule too', () => {
    const network = read(stack => {
      const scaled = service(stack, isolated(stack));
      const target = scaled.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 20 });
      target.scaleOnSchedule('Sale', { schedule: Schedule.cron({ hour: '7' }), maxCapacity: 30 });
    });
    expect(servicesInSubnetsOf(network)).toEqual([60]);
  });

  test('are counted with the tasks that always run', () => {
    const fewestOf = (add: (stack: Stack) => void) => known(read(add).servicesInSubnets).map(({ fewestTasks }) => fewestTasks);
    const scaled = (stack: Stack, minCapacity: number) =>
      service(stack, isolated(stack), { desiredCount: 9 }).autoScaleTaskCount({ minCapacity, maxCapacity: 20 });
    expect(fewestOf(stack => service(stack, isolated(stack), { desiredCount: 3 }))).toEqual([3]);
    expect(fewestOf(stack => scaled(stack, 4))).toEqual([4]);
    expect(fewestOf(stack => scaled(stack, 4).scaleOnSchedule('Night', { schedule: Schedule.cron({ hour: '22' }), minCapacity: 0 }))).toEqual([0]);
    expect(fewestOf(stack => scaled(stack, new CfnParameter(stack, 'Least', { type: 'Number' }).valueAsNumber))).toEqual([UNKNOWN]);
  });

  test('are those in no other subnets', () => {
    const network = read(stack => {
      const vpc = isolated(stack);
      const [first] = vpc.isolatedSubnets;
      service(stack, vpc, { desiredCount: 1, vpcSubnets: { subnets: [first] } }, 'Narrow');
      service(stack, vpc, { desiredCount: 5 }, 'Wide');
    });
    expect(servicesInSubnetsOf(network)).toEqual([2]);
  });

  test('may be of a number that nobody knows', () => {
    const network = read(stack => service(stack, isolated(stack), { desiredCount: new CfnParameter(stack, 'Count', { type: 'Number' }).valueAsNumber }));
    expect(servicesInSubnetsOf(network)).toEqual([UNKNOWN]);
  });
});

describe('volumes', () => {
  const volumesOf = (declare: (stack: Stack, vpc: ec2.Vpc) => Omit<ecs.Volume, 'name'>): readonly VolumeFacts[] => {
    const [{ task }] = readApp(stack => {
      const vpc = isolated(stack);
      const running = service(stack, vpc);
      running.taskDefinition.addVolume({ name: 'files', ...declare(stack, vpc) });
    });
    return known(known(task).volumes);
  };

  test('are those of EFS with their mount targets, or others', () => {
    const [volume] = volumesOf((stack, vpc) => {
      const files = new efs.FileSystem(stack, 'Files', { vpc, vpcSubnets: ISOLATED });
      return { efsVolumeConfiguration: { fileSystemId: files.fileSystemId, transitEncryption: 'ENABLED', authorizationConfig: { iam: 'ENABLED', accessPointId: 'fsap-1' } } };
    });
    expect(volume).toMatchObject({
      name: 'files',
      efs: {
        transitEncryption: true,
        iam: true,
        accessPoint: 'fsap-1',
        mountTargets: [
          { site: { availabilityZone: '${AvailabilityZone 0}', cidr: '10.0.0.0/17' }, securityGroups: [{ id: expect.stringContaining('Files') }] },
          { site: { availabilityZone: '${AvailabilityZone 1}', cidr: '10.0.128.0/17' } },
        ],
      },
    });
    expect(volumesOf(() => ({}))).toEqual([{ name: 'files', efs: undefined }]);
  });

  test('of a file system that was made elsewhere have mount targets that nobody sees', () => {
    expect(volumesOf(() => ({ efsVolumeConfiguration: { fileSystemId: 'fs-1' } }))).toMatchObject([
      { efs: { fileSystemId: 'fs-1', mountTargets: UNKNOWN, transitEncryption: false, iam: false } },
    ]);
  });

  test('have unknown mount targets where one is made under a condition', () => {
    const [volume] = volumesOf((stack, vpc) => {
      const files = new efs.FileSystem(stack, 'Files', { vpc, vpcSubnets: ISOLATED });
      sometimes(stack, files.node.findAll().find(child => child instanceof efs.CfnMountTarget) as efs.CfnMountTarget);
      return { efsVolumeConfiguration: { fileSystemId: files.fileSystemId } };
    });
    expect(volume).toMatchObject({ efs: { mountTargets: UNKNOWN } });
  });
});

/** A condition, and what it decides about. */
function sometimes(stack: Stack, element?: CfnElement): CfnCondition {
  const condition = new CfnCondition(stack, 'Sometimes', { expression: Fn.conditionEquals(new CfnParameter(stack, 'Stage'), 'production') });
  if (element !== undefined) (element as ec2.CfnRoute).cfnOptions.condition = condition;
  return condition;
}

function readApp(declare: (stack: Stack) => unknown): readonly ServiceFacts[] {
  const app = new App();
  declare(new Stack(app, 'Stack'));
  app.synth();
  return readServices(new Templates(collectTemplates(app)));
}

const read = (declare: (stack: Stack) => unknown): NetworkFacts => known(readApp(declare)[0].network);

const isolated = (stack: Stack) => new ec2.Vpc(stack, 'Vpc', { natGateways: 0, maxAzs: 2, subnetConfiguration: [{ name: 'isolated', ...ISOLATED }] });

function service(stack: Stack, vpc: ec2.IVpc, props: Partial<ecs.FargateServiceProps> = {}, id = 'Service') {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, `${id}Task`);
  taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromRegistry('app:1') });
  const cluster = new ecs.Cluster(stack, `${id}Cluster`, { vpc });
  return new ecs.FargateService(stack, id, { cluster, taskDefinition, vpcSubnets: vpc.privateSubnets.length > 0 ? undefined : ISOLATED, ...props });
}

function known<T>(value: Known<T>): T {
  if (!isKnown(value)) throw new Error('expected a known value');
  return value;
}

const vpcOf = (network: NetworkFacts): VpcFacts => known(network.vpc);
const subnetOf = (network: NetworkFacts): SubnetFacts => known(network.subnets)[0];
const endpointOf = (network: NetworkFacts): EndpointFacts => known(vpcOf(network).endpoints)[0];
const groupOf = (network: NetworkFacts) => known(network.securityGroups)[0];
const servicesInSubnetsOf = (network: NetworkFacts): readonly Known<number>[] => known(network.servicesInSubnets).map(({ mostTasks }) => mostTasks);
