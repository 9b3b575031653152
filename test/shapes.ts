import { Duration, type Stack } from 'aws-cdk-lib';
import { AuthorizationType, ConnectionType, HttpIntegration, RestApi, VpcLink as RestVpcLink } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, VpcLink } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpAlbIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { type IVpc, Peer, Port, SecurityGroup, SubnetType } from 'aws-cdk-lib/aws-ec2';
import { type ContainerImage, DeploymentLifecycleLambdaTarget, DeploymentLifecycleStage } from 'aws-cdk-lib/aws-ecs';
import { ApplicationListener, ApplicationProtocolVersion, ListenerCondition, NetworkLoadBalancer, Protocol } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { AlbListenerTarget } from 'aws-cdk-lib/aws-elasticloadbalancingv2-targets';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { IHostedZone } from 'aws-cdk-lib/aws-route53';
import { Deployment, HardenedFargateService, HardenedQueue, LoadBalancing, Scaling, SharedLoadBalancer } from '../src/index';

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
    new HardenedFargateService(stack, 'Broker', { image, containerPort: 1883, loadBalancing: LoadBalancing.network() });
  },
  publicTls: ({ stack, image, domainZone }) => {
    new HardenedFargateService(stack, 'Broker', {
      image,
      containerPort: 1883,
      loadBalancing: LoadBalancing.network({
        protocol: Protocol.TLS,
        port: 8883,
        internetFacing: true,
        domainName: 'mqtt.example.com',
        domainZone,
      }),
    });
  },
  udp: ({ stack, image }) => {
    new HardenedFargateService(stack, 'Collector', {
      image,
      containerPort: 8125,
      loadBalancing: LoadBalancing.network({ protocol: Protocol.UDP, healthCheckPort: 8080, healthCheckPath: '/health' }),
    });
  },
  restApi: ({ stack, image }) => {
    const api = new HardenedFargateService(stack, 'Api', {
      image,
      containerPort: 8080,
      loadBalancing: LoadBalancing.network({ port: 80, enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: false }),
    });
    if (api.networkLoadBalancer === undefined) return;
    const vpcLink = new RestVpcLink(stack, 'VpcLink', { targets: [api.networkLoadBalancer] });
    new RestApi(stack, 'RestApi', { cloudWatchRole: false }).root.addProxy({
      defaultIntegration: new HttpIntegration(`http://${api.networkLoadBalancer.loadBalancerDnsName}/{proxy}`, {
        httpMethod: 'ANY',
        options: {
          connectionType: ConnectionType.VPC_LINK,
          vpcLink,
          requestParameters: { 'integration.request.path.proxy': 'method.request.path.proxy' },
        },
      }),
      defaultMethodOptions: { authorizationType: AuthorizationType.IAM, requestParameters: { 'method.request.path.proxy': true } },
    });
  },
  furtherNetworkListener: ({ stack, image }) => {
    const broker = new HardenedFargateService(stack, 'Broker', { image, containerPort: 1883, loadBalancing: LoadBalancing.network() });
    broker.container.addPortMappings({ name: 'admin', containerPort: 9090 });
    broker.networkLoadBalancer?.addListener('Admin', { port: 9090 }).addTargets('Admin', {
      port: 9090,
      targets: [broker.service.loadBalancerTarget({ containerName: broker.container.containerName, containerPort: 9090 })],
      deregistrationDelay: Duration.seconds(30),
    });
    if (broker.networkLoadBalancer) broker.connections.allowFrom(broker.networkLoadBalancer, Port.tcp(9090));
  },
  networkToApplication: ({ stack, image }) => {
    const { vpc, listener } = new HardenedFargateService(stack, 'Web', { image, containerPort: 8080, loadBalancing: LoadBalancing.internal() });
    if (listener === undefined) return;
    const clients = new SecurityGroup(stack, 'Clients', { vpc, allowAllOutbound: false });
    clients.addIngressRule(Peer.ipv4(vpc.vpcCidrBlock), Port.tcp(80));
    const fixed = new NetworkLoadBalancer(stack, 'Fixed', {
      vpc,
      vpcSubnets: { subnetType: SubnetType.PRIVATE_ISOLATED },
      securityGroups: [clients],
      deletionProtection: true,
    });
    fixed.addListener('Http', { port: 80 }).addTargets('Web', {
      port: 80,
      targets: [new AlbListenerTarget(listener)],
      healthCheck: { protocol: Protocol.HTTP, healthyHttpCodes: '200-499' },
    });
    listener.connections.allowFrom(clients, Port.tcp(80));
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
  queueWorker: ({ stack, image }) => {
    const mails = new HardenedQueue(stack, 'Mails');
    const worker = new HardenedFargateService(stack, 'Worker', {
      image,
      environment: { QUEUE_URL: mails.queueUrl },
      scaling: Scaling.onQueue(mails, { maxCapacity: 10, backlogPerTask: 100 }),
    });
    mails.grantConsumeMessages(worker);
  },
  workerToZero: ({ stack, image }) => {
    const videos = new HardenedQueue(stack, 'Videos', { visibilityTimeout: Duration.hours(2) });
    const transcoder = new HardenedFargateService(stack, 'Transcoder', {
      image,
      environment: { QUEUE_URL: videos.queueUrl },
      scaling: Scaling.onQueue(videos, { minCapacity: 0, maxCapacity: 20, backlogPerTask: 1, taskProtection: true }),
    });
    videos.grantConsumeMessages(transcoder);
  },
  canary: ({ stack, image, domainZone }) => {
    new HardenedFargateService(stack, 'Web', {
      image,
      containerPort: 8080,
      loadBalancing: LoadBalancing.publicHttps({ domainName: 'shop.example.com', domainZone }),
      deployment: Deployment.canary({ canaryPercent: 10, canaryBakeTime: Duration.minutes(15) }),
    });
  },
  lifecycleHook: ({ stack, image }) => {
    const smokeTest = new Function(stack, 'SmokeTest', {
      code: Code.fromInline('exports.handler = async () => ({ hookStatus: "SUCCEEDED" });'),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_22_X,
    });
    const { POST_SCALE_UP: lifecycleStage } = DeploymentLifecycleStage;
    new HardenedFargateService(stack, 'Api', {
      image,
      containerPort: 8080,
      loadBalancing: LoadBalancing.internal(),
      deployment: Deployment.blueGreen({
        lifecycleHooks: [new DeploymentLifecycleLambdaTarget(smokeTest, 'SmokeTest', { lifecycleStages: [lifecycleStage] })],
      }),
    });
  },
};
