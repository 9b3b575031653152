import { App, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as sns from 'aws-cdk-lib/aws-sns';
import { HardenedFargateService, LoadBalancing, SharedLoadBalancer } from '../../src/index';

const NAMES = ['orders', 'carts', 'users', 'search', 'prices', 'stock', 'mails', 'invoices', 'returns', 'reviews'];

const imageIn = (stack: Stack) =>
  ecs.ContainerImage.fromEcrRepository(ecr.Repository.fromRepositoryName(stack, 'Repository', 'shop/web'), '1.4.2');

/** Ten services in one stack, behind one application load balancer in another one, in one cluster. */
function behindRequests() {
  const app = new App();
  const [platform, stack] = [new Stack(app, 'Platform'), new Stack(app, 'Shop')];
  const vpc = new ec2.Vpc(platform, 'Vpc');
  const cluster = new ecs.Cluster(platform, 'Cluster', { vpc, containerInsightsV2: ecs.ContainerInsights.ENABLED });
  const alarmTopic = new sns.Topic(platform, 'Oncall', { enforceSSL: true });
  const shared = new SharedLoadBalancer(platform, 'Entrance', { vpc, alarmTopic });
  const image = imageIn(stack);
  for (const name of NAMES) {
    new HardenedFargateService(stack, name, {
      image, cluster, alarmTopic, containerPort: 8080, loadBalancing: LoadBalancing.shared(shared, { paths: [`/${name}/*`] }),
    });
  }
  return [platform, stack].map(each => Template.fromStack(each));
}

/** Ten services behind one network load balancer, a listener each, by the constructs of the CDK. */
function behindConnections() {
  const app = new App();
  const [platform, stack] = [new Stack(app, 'Platform'), new Stack(app, 'Shop')];
  const vpc = new ec2.Vpc(platform, 'Vpc');
  const cluster = new ecs.Cluster(platform, 'Cluster', { vpc, containerInsightsV2: ecs.ContainerInsights.ENABLED });
  const alarmTopic = new sns.Topic(platform, 'Oncall', { enforceSSL: true });
  const clients = new ec2.SecurityGroup(stack, 'Clients', { vpc, allowAllOutbound: false });
  const entrance = new elbv2.NetworkLoadBalancer(stack, 'Entrance', {
    vpc, vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS }, securityGroups: [clients], deletionProtection: true,
  });
  const image = imageIn(stack);
  NAMES.forEach((name, index) => {
    const port = 9000 + index;
    const service = new HardenedFargateService(stack, name, { image, cluster, alarmTopic, containerPort: 8080 });
    clients.addIngressRule(ec2.Peer.ipv4(vpc.vpcCidrBlock), ec2.Port.tcp(port));
    service.connections.allowFrom(clients, ec2.Port.tcp(8080));
    entrance.addListener(name, { port }).addTargets(name, {
      port, targets: [service.service.loadBalancerTarget({ containerName: 'app', containerPort: 8080 })], deregistrationDelay: Duration.seconds(30),
    });
  });
  return [platform, stack].map(each => Template.fromStack(each));
}

const count = (templates: readonly Template[], type: string): number =>
  templates.reduce((sum, template) => sum + Object.keys(template.findResources(type)).length, 0);

describe.each([
  ['an application load balancer', behindRequests], ['a network load balancer', behindConnections],
])('ten services behind %s', (_, declare) => {
  const templates = declare();

  test('share load balancer, cluster, VPC, analyzer and its table', () => {
    const shared = [
      'AWS::ElasticLoadBalancingV2::LoadBalancer', 'AWS::ECS::Cluster', 'AWS::EC2::VPC', 'AWS::DynamoDB::Table', 'AWS::Lambda::EventSourceMapping',
    ];
    expect(Object.fromEntries(shared.map(type => [type, count(templates, type)]))).toEqual(Object.fromEntries(shared.map(type => [type, 1])));
  });

  test('have each their own service, roles, log and alarm that tells people', () => {
    expect(count(templates, 'AWS::ECS::Service')).toBe(10);
    expect(count(templates, 'AWS::ElasticLoadBalancingV2::TargetGroup')).toBe(10);
    const [, shop] = templates;
    const health = Object.keys(shop.findResources('AWS::CloudWatch::CompositeAlarm')).filter(id => id.includes('AlarmsHealth'));
    expect(health).toHaveLength(10);
  });

  test('stay below 400 resources in each stack, of the 500 that CloudFormation takes', () => {
    const sizes = templates.map(template => Object.keys(template.toJSON().Resources).length);
    expect(Math.max(...sizes)).toBeGreaterThan(150);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(400);
  });
});
