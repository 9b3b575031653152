import { Duration, type Stack } from 'aws-cdk-lib';
import { HttpApi, VpcLink } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpAlbIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { type IVpc, Port, SecurityGroup, SubnetType } from 'aws-cdk-lib/aws-ec2';
import type { ContainerImage } from 'aws-cdk-lib/aws-ecs';
import { ApplicationListener, ApplicationProtocolVersion, ListenerCondition, NetworkLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { IHostedZone } from 'aws-cdk-lib/aws-route53';
import { HardenedFargateService, LoadBalancing, SharedLoadBalancer } from '../src/index';

/** What a team has before it declares the shape. */
export interface Given {
  readonly stack: Stack;
  readonly platform: Stack;
  readonly image: ContainerImage;
  readonly domainZone: IHostedZone;
  /** Makes a VPC in the stack. */
  readonly vpc: IVpc;
  /** Makes a public load balancer to share in the stack. */
  readonly shared: SharedLoadBalancer;
}

/** The code of docs/SHAPES.md, word for word. */
export const SHAPES: Readonly<Record<string, (given: Given) => void>> = {
  publicLoadBalancer: ({ stack, image, domainZone }) => {
    new HardenedFargateService(stack, 'Web', {
      image,
      containerPort: 8080,
      loadBalancing: LoadBalancing.publicHttps({ domainName: 'shop.example.com', domainZone }),
    });
  },
  internalLoadBalancer: ({ stack, image }) => {
    new HardenedFargateService(stack, 'Api', { image, containerPort: 8080, loadBalancing: LoadBalancing.internal() });
  },
  apiGateway: ({ stack, image }) => {
    const { vpc, listener } = new HardenedFargateService(stack, 'Api', { image, containerPort: 8080, loadBalancing: LoadBalancing.internal() });
    if (listener === undefined) return;
    const vpcLink = new VpcLink(stack, 'VpcLink', { vpc, subnets: { subnetType: SubnetType.PRIVATE_ISOLATED } });
    new HttpApi(stack, 'HttpApi', { defaultIntegration: new HttpAlbIntegration('Api', listener, { vpcLink }) });
  },
  sharedLoadBalancer: ({ stack, platform, image, domainZone }) => {
    const shared = new SharedLoadBalancer(platform, 'SharedLoadBalancer', {
      internetFacing: true,
      domainNames: ['*.example.com'],
      domainZone,
    });

    new HardenedFargateService(stack, 'Orders', {
      image,
      containerPort: 8080,
      loadBalancing: LoadBalancing.shared(shared, { hosts: ['orders.example.com'], paths: ['/v1/*'] }),
    });
  },
  existingListener: ({ stack, image, vpc }) => {
    const listener = ApplicationListener.fromLookup(stack, 'Listener', { loadBalancerTags: { team: 'platform' }, listenerPort: 443 });

    new HardenedFargateService(stack, 'Orders', {
      image,
      vpc,
      containerPort: 8080,
      loadBalancing: LoadBalancing.listener(listener, { paths: ['/orders/*'], priority: 120 }),
    });
  },
  severalTargetGroups: ({ stack, image }) => {
    const web = new HardenedFargateService(stack, 'Web', { image, containerPort: 8080, loadBalancing: LoadBalancing.internal() });
    web.container.addPortMappings({ containerPort: 9090 });
    web.listener?.addTargets('Admin', {
      priority: 1,
      conditions: [ListenerCondition.pathPatterns(['/admin/*'])],
      port: 80,
      targets: [web.service.loadBalancerTarget({ containerName: web.container.containerName, containerPort: 9090 })],
      deregistrationDelay: Duration.seconds(30),
    });
  },
  networkLoadBalancer: ({ stack, image }) => {
    const broker = new HardenedFargateService(stack, 'Broker', { image, containerPort: 1883 });
    const clients = new SecurityGroup(stack, 'Clients', { vpc: broker.vpc, allowAllOutbound: false });
    const loadBalancer = new NetworkLoadBalancer(stack, 'LoadBalancer', {
      vpc: broker.vpc,
      vpcSubnets: { subnetType: SubnetType.PRIVATE_ISOLATED },
      securityGroups: [clients],
      deletionProtection: true,
    });
    loadBalancer.addListener('Mqtt', { port: 1883 }).addTargets('Tasks', {
      port: 1883,
      targets: [broker.service],
      deregistrationDelay: Duration.seconds(30),
    });
    broker.connections.allowFrom(clients, Port.tcp(1883));
  },
  grpc: ({ stack, image, shared }) => {
    new HardenedFargateService(stack, 'Greeter', {
      image,
      containerPort: 50051,
      loadBalancing: LoadBalancing.shared(shared, {
        paths: ['/helloworld.Greeter/*'],
        protocolVersion: ApplicationProtocolVersion.GRPC,
      }),
    });
  },
};
