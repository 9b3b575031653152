import type { Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import { declared, declareIn, imageIn, newStack, only } from './declare';
import { HardenedFargateTask, LoadBalancing, SharedLoadBalancer, VpcEndpoints } from '../../src/index';

test('a cluster that is made here measures its tasks, and records what people do in them', () => {
  const cluster = only(declared(), 'AWS::ECS::Cluster');
  expect(cluster.ClusterSettings).toEqual([{ Name: 'containerInsights', Value: 'enabled' }]);
  expect(cluster.Configuration.ExecuteCommandConfiguration).toMatchObject({ Logging: 'OVERRIDE', LogConfiguration: { CloudWatchEncryptionEnabled: true } });
});

test('a VPC that is made here records the traffic that it rejects, and admits nothing by its default group', () => {
  const template = declared();
  template.hasResourceProperties('AWS::EC2::FlowLog', { TrafficType: 'REJECT' });
  template.resourceCountIs('Custom::VpcRestrictDefaultSG', 1);
});

describe('a stack that gets a second VPC', () => {
  const infosIn = (declare: (stack: ReturnType<typeof newStack>) => void) => {
    const stack = newStack();
    declare(stack);
    return Annotations.fromStack(stack).findInfo('*', Match.stringLikeRegexp('its own VPC and cluster')).map(({ id, entry }) => [id, entry.data]);
  };

  test('says so, what it costs, and how to share the first one', () => {
    const said = "'Shop/Report' has its own VPC and cluster, in addition to those of 'Shop/Web', for about 52 USD a month (docs/COSTS.md); "
      + "to share them, set 'cluster' to the 'cluster' of 'Shop/Web'";
    expect(infosIn(stack => {
      declareIn(stack);
      new HardenedFargateTask(stack, 'Report', { image: imageIn(stack) });
    })).toEqual([['/Shop/Report', said]]);
  });

  test('says nothing where the first one is shared, or a VPC was given', () => {
    expect(infosIn(stack => {
      const { cluster } = declareIn(stack);
      new HardenedFargateTask(stack, 'Report', { image: imageIn(stack), cluster });
      declareIn(stack, { vpc: new ec2.Vpc(stack, 'Vpc') }, 'Apart');
    })).toEqual([]);
  });
});

test('a cluster brings its own VPC', () => {
  const stack = newStack();
  const cluster = new ecs.Cluster(stack, 'Cluster', { vpc: new ec2.Vpc(stack, 'Vpc') });
  expect(() => declareIn(stack, { cluster, vpc: new ec2.Vpc(stack, 'Other') })).toThrow("'vpc' and 'cluster' are both set, but the cluster 'Shop/Cluster' already has the VPC 'Shop/Vpc'");
});

describe('in a given cluster', () => {
  const clusterIn = (stack: ReturnType<typeof newStack>, executeCommandConfiguration?: ecs.ExecuteCommandConfiguration) =>
    new ecs.Cluster(stack, 'Cluster', { vpc: new ec2.Vpc(stack, 'Vpc'), containerInsightsV2: ecs.ContainerInsights.ENABLED, executeCommandConfiguration });

  test('that records no sessions, nobody can open one', () => {
    const stack = newStack();
    declareIn(stack, { cluster: clusterIn(stack) });
    const template = Template.fromStack(stack);
    expect(only(template, 'AWS::ECS::Service').EnableExecuteCommand).toBeFalsy();
    expect(JSON.stringify(template.toJSON())).not.toContain('ssmmessages');
  });

  test('that records no sessions, asking for them is an error', () => {
    const stack = newStack();
    expect(() => declareIn(stack, { cluster: clusterIn(stack), enableExecuteCommand: true }))
      .toThrow("'enableExecuteCommand' is true, but 'Shop/Cluster' has no known encrypted log of the sessions");
  });

  test('that records sessions, they can be opened, and the task role may write to that record only', () => {
    const stack = newStack();
    const cloudWatchLogGroup = new logs.LogGroup(stack, 'Sessions', { encryptionKey: new kms.Key(stack, 'Key') });
    const logging = ecs.ExecuteCommandLogging.OVERRIDE;
    declareIn(stack, { cluster: clusterIn(stack, { logging, logConfiguration: { cloudWatchLogGroup, cloudWatchEncryptionEnabled: true } }) });
    const template = Template.fromStack(stack);
    expect(only(template, 'AWS::ECS::Service').EnableExecuteCommand).toBe(true);
    const record = Match.objectLike({ Action: Match.arrayWith(['logs:PutLogEvents']), Resource: stack.resolve(cloudWatchLogGroup.logGroupArn) });
    template.hasResourceProperties('AWS::IAM::Role', {
      Description: 'Permissions of the application in Shop/Web',
      Policies: [{ PolicyName: 'ExecPolicy', PolicyDocument: { Statement: Match.arrayWith([record]) } }],
    });
  });

  test('the capacity providers of Fargate are there for the service', () => {
    const stack = newStack();
    declareIn(stack, { cluster: clusterIn(stack) });
    Template.fromStack(stack).hasResourceProperties('AWS::ECS::ClusterCapacityProviderAssociations', { CapacityProviders: ['FARGATE', 'FARGATE_SPOT'] });
  });

  test('that was imported, a service runs like in another', () => {
    const stack = newStack();
    const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
      vpcId: 'vpc-1', availabilityZones: ['eu-central-1a', 'eu-central-1b'], privateSubnetIds: ['subnet-1', 'subnet-2'],
    });
    const cluster = ecs.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'shared', vpc });
    declareIn(stack, { cluster, vpcEndpoints: VpcEndpoints.EXISTING });
    expect(only(Template.fromStack(stack), 'AWS::ECS::Service').Cluster).toBe('shared');
  });
});

describe('without a VPC, what is in a VPC already is refused, because a new VPC would be created', () => {
  const groupIn = (stack: Stack) => ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-0123456789abcdef0');
  const listenerIn = (stack: Stack) => elbv2.ApplicationListener.fromApplicationListenerAttributes(stack, 'Listener', {
    listenerArn: 'arn:aws:elasticloadbalancing:eu-central-1:111122223333:listener/app/shop/0123456789abcdef/fedcba9876543210',
    securityGroup: groupIn(stack),
  });
  const subnetsIn = (stack: Stack) => ({ subnets: [ec2.Subnet.fromSubnetId(stack, 'Subnet', 'subnet-1')] });
  const behind = (stack: Stack) =>
    ({ containerPort: 8080, loadBalancing: LoadBalancing.listener(listenerIn(stack), { paths: ['/orders/*'], priority: 10 }) });
  const fromNewVpc = "but without 'vpc' a new VPC is created, and";
  const twoVpcs = `${fromNewVpc} AWS rejects subnets and security groups of two VPCs; set 'vpc' to the VPC of the`;

  test.each<[string, (stack: Stack) => unknown, string]>([
    ['an imported listener', stack => declareIn(stack, behind(stack)),
      `'loadBalancing' of 'Shop/Web' has the listener 'Shop/Listener', ${fromNewVpc} Elastic Load Balancing rejects targets in another `
        + "VPC; set 'vpc' to the VPC of the load balancer"],
    ['an imported subnet', stack => declareIn(stack, { vpcSubnets: subnetsIn(stack) }),
      `'vpcSubnets' of 'Shop/Web' has the subnet 'Shop/Subnet', ${twoVpcs} subnet`],
    ['an imported security group', stack => declareIn(stack, { securityGroups: [groupIn(stack)] }),
      `'securityGroups' of 'Shop/Web' has the security group 'Shop/Group', ${twoVpcs} security group`],
    ['an imported subnet of a task', stack => new HardenedFargateTask(stack, 'Report', { image: imageIn(stack), vpcSubnets: subnetsIn(stack) }),
      `'vpcSubnets' of 'Shop/Report' has the subnet 'Shop/Subnet', ${twoVpcs} subnet`],
    ['an imported subnet of a shared load balancer', stack => new SharedLoadBalancer(stack, 'Shared', { vpcSubnets: subnetsIn(stack) }),
      `'vpcSubnets' of 'Shop/Shared' has the subnet 'Shop/Subnet', ${twoVpcs} subnet`],
  ])('such as %s', (_, declare, message) => {
    expect(() => declare(newStack())).toThrow(message);
  });

  test('and the imported listener is accepted with the VPC of its load balancer', () => {
    const stack = newStack();
    const vpc = new ec2.Vpc(stack, 'Vpc');
    expect(() => declareIn(stack, { ...behind(stack), vpc })).not.toThrow();
  });
});
