import { Duration, RemovalPolicy, type Stack, TimeZone, Validations } from 'aws-cdk-lib';
import { AuthorizationType, ConnectionType, HttpIntegration, RestApi, VpcLink as RestVpcLink } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, VpcLink } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpAlbIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Distribution, OriginProtocolPolicy, ViewerProtocolPolicy } from 'aws-cdk-lib/aws-cloudfront';
import { VpcOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { InterfaceVpcEndpointAwsService, type IVpc, Peer, Port, SecurityGroup, SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2';
import {
  AppProtocol, AvailabilityZoneRebalancing, type CfnService, Cluster, ContainerImage, CpuArchitecture, DeploymentLifecycleLambdaTarget,
  DeploymentLifecycleStage, EnvironmentFile, FargatePlatformVersion, FargateService, FargateTaskDefinition, LogDrivers, Secret,
} from 'aws-cdk-lib/aws-ecs';
import { FileSystem } from 'aws-cdk-lib/aws-efs';
import { ApplicationListener, ApplicationProtocolVersion, ListenerAction, ListenerCondition, NetworkLoadBalancer, Protocol } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { AlbListenerTarget } from 'aws-cdk-lib/aws-elasticloadbalancingv2-targets';
import { type IRole, ManagedPolicy, PermissionsBoundary, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { DatabaseInstance, DatabaseInstanceEngine, PostgresEngineVersion } from 'aws-cdk-lib/aws-rds';
import type { IHostedZone } from 'aws-cdk-lib/aws-route53';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { HttpNamespace, PrivateDnsNamespace } from 'aws-cdk-lib/aws-servicediscovery';
import { DefinitionBody, IntegrationPattern, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { EcsFargateLaunchTarget, EcsRunTask } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import {
  Capacity, Deployment, FargateHardening, HardenedFargateService, HardenedFargateTask, HardenedQueue, LoadBalancing, Scaling,
  SharedLoadBalancer, VpcEndpoints,
} from '../src/index';

/** What a team has before it declares the shape. */
export interface Given {
  readonly stack: Stack;
  readonly platform: Stack;
  readonly image: ContainerImage;
  readonly domainZone: IHostedZone;
  /** A folder with a Dockerfile. */
  readonly app: string;
  /** The images of an OpenTelemetry collector and of Fluent Bit in ECR. */
  readonly collector: ContainerImage;
  readonly router: ContainerImage;
  /** What a vendor knows the team by. */
  readonly apiKey: ISecret;
  /** What an identity provider knows the team's app by. */
  readonly clientSecret: ISecret;
  /** Makes a VPC in the stack. */
  readonly vpc: IVpc;
  /** Makes a public load balancer to share in the stack. */
  readonly shared: SharedLoadBalancer;
  /** Makes the role of the people who run tasks. */
  readonly operators: IRole;
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
  initContainer: ({ stack, image }) => {
    const api = new HardenedFargateService(stack, 'Api', { image, containerPort: 8080, loadBalancing: LoadBalancing.internal() });
    api.addInitContainer('migrations', { image, command: ['node', 'migrate.js'], memoryLimitMiB: 256 });
  },
  openTelemetry: ({ stack, image, collector }) => {
    const api = new HardenedFargateService(stack, 'Api', { image, cpu: 512, containerPort: 8080, loadBalancing: LoadBalancing.internal() });
    api.addSidecar('otel-collector', {
      image: collector,
      memoryLimitMiB: 256,
      healthCheck: { command: ['CMD', '/healthcheck'] },
      environment: { AOT_CONFIG_CONTENT: 'receivers: { otlp: { protocols: { grpc: {} } } }' },
    });
    api.taskRole.addToPrincipalPolicy(new PolicyStatement({ actions: ['xray:PutTraceSegments'], resources: ['*'] }));
    api.vpc.addInterfaceEndpoint('XRay', { service: InterfaceVpcEndpointAwsService.XRAY });
  },
  datadog: ({ stack, image, vpc, apiKey }) => {
    const api = new HardenedFargateService(stack, 'Api', { image, vpc, cpu: 512, containerPort: 8080, loadBalancing: LoadBalancing.internal() });
    api.addSidecar('datadog-agent', {
      image: ContainerImage.fromRegistry('public.ecr.aws/datadog/agent:7.65.2'),
      memoryLimitMiB: 256,
      environment: { ECS_FARGATE: 'true', DD_SITE: 'datadoghq.eu', DD_APM_ENABLED: 'true' },
      secrets: { DD_API_KEY: Secret.fromSecretsManager(apiKey) },
      healthCheck: { command: ['CMD', 'agent', 'health'] },
      writablePaths: ['/etc/datadog-agent', '/opt/datadog-agent/run', '/var/run/datadog', '/var/log/datadog', '/tmp'],
    });
  },
  fireLens: ({ stack, image, vpc, router, apiKey }) => {
    const api = new HardenedFargateService(stack, 'Api', {
      image,
      vpc,
      containerPort: 8080,
      loadBalancing: LoadBalancing.internal(),
      logging: LogDrivers.firelens({
        options: { Name: 'datadog', Host: 'http-intake.logs.datadoghq.eu', TLS: 'on', dd_service: 'api', provider: 'ecs' },
        secretOptions: { apikey: Secret.fromSecretsManager(apiKey) },
      }),
    });
    api.addLogRouter('log-router', { image: router });
  },
  serviceConnect: ({ stack, image }) => {
    const orders = new HardenedFargateService(stack, 'Orders', {
      image,
      containerPort: 8080,
      portMappings: [{ name: 'orders', containerPort: 8080, appProtocol: AppProtocol.http }],
    });
    const { namespaceArn: namespace } = new HttpNamespace(stack, 'Namespace', { name: 'shop' });
    orders.service.enableServiceConnect({ namespace, services: [{ portMappingName: 'orders' }] });

    const storefront = new HardenedFargateService(stack, 'Storefront', { image, cluster: orders.cluster });
    storefront.service.enableServiceConnect({ namespace });
    storefront.connections.allowTo(orders, Port.tcp(8080));
    storefront.service.node.addDependency(orders.service);
  },
  cloudMap: ({ stack, image }) => {
    const orders = new HardenedFargateService(stack, 'Orders', { image, containerPort: 8080 });
    const cloudMapNamespace = new PrivateDnsNamespace(stack, 'Namespace', { name: 'shop.local', vpc: orders.vpc });
    orders.service.enableCloudMap({ cloudMapNamespace, name: 'orders' });
    const storefront = new HardenedFargateService(stack, 'Storefront', {
      image,
      cluster: orders.cluster,
      environment: { ORDERS_URL: 'http://orders.shop.local:8080' },
    });
    storefront.connections.allowTo(orders, Port.tcp(8080));
  },
  secondPort: ({ stack, image }) => {
    const api = new HardenedFargateService(stack, 'Api', {
      image,
      containerPort: 8080,
      portMappings: [{ name: 'metrics', containerPort: 9090 }],
      loadBalancing: LoadBalancing.internal(),
    });
    api.connections.allowFrom(Peer.ipv4(api.vpc.vpcCidrBlock), Port.tcp(9090), 'Prometheus');
  },
  files: ({ stack, image, vpc }) => {
    const fileSystem = new FileSystem(stack, 'Files', { vpc, encrypted: true });
    const uploads = fileSystem.addAccessPoint('Uploads', {
      path: '/uploads',
      posixUser: { uid: '1000', gid: '1000' },
      createAcl: { ownerUid: '1000', ownerGid: '1000', permissions: '750' },
    });
    const api = new HardenedFargateService(stack, 'Api', { image, vpc, containerPort: 8080, loadBalancing: LoadBalancing.internal() });
    api.mountFileSystem(uploads, { containerPath: '/uploads' });
  },
  storage: ({ stack, image }) => {
    new HardenedFargateService(stack, 'Renderer', { image, ephemeralStorageGiB: 100, writablePaths: ['/tmp', '/work'] });
  },
  environmentFiles: ({ stack, image }) => {
    const settings = new Bucket(stack, 'Settings', { enforceSSL: true });
    new HardenedFargateService(stack, 'Worker', { image, environmentFiles: [EnvironmentFile.fromBucket(settings, 'worker.env')] });
  },
  database: ({ stack, image, vpc }) => {
    const database = new DatabaseInstance(stack, 'Database', {
      vpc,
      engine: DatabaseInstanceEngine.postgres({ version: PostgresEngineVersion.VER_17 }),
      storageEncrypted: true,
    });
    const api = new HardenedFargateService(stack, 'Api', {
      image,
      vpc,
      containerPort: 8080,
      loadBalancing: LoadBalancing.internal(),
      environment: { DB_HOST: database.instanceEndpoint.hostname },
      secrets: database.secret ? { DB_PASSWORD: Secret.fromSecretsManager(database.secret, 'password') } : {},
    });
    api.connections.allowToDefaultPort(database);
  },
  bringYourOwn: ({ stack, image, vpc }) => {
    new HardenedFargateService(stack, 'Worker', {
      image,
      vpc,
      serviceName: 'mailer',
      family: 'mailer',
      taskRole: Role.fromRoleName(stack, 'TaskRole', 'mailer'),
      executionRole: Role.fromRoleName(stack, 'ExecutionRole', 'starts-tasks', { mutable: false }),
      securityGroups: [SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-0123456789abcdef0', { mutable: false })],
      logGroup: LogGroup.fromLogGroupName(stack, 'Log', '/shop/mailer'),
    });
  },
  permissionsBoundary: ({ stack, image }) => {
    PermissionsBoundary.of(stack).apply(ManagedPolicy.fromManagedPolicyName(stack, 'Boundary', 'developers'));
    new HardenedFargateService(stack, 'Worker', { image });
  },
  spotAboveBase: ({ stack, image }) => {
    new HardenedFargateService(stack, 'Worker', { image, desiredCount: 6, capacity: Capacity.spotWithOnDemandBase({ base: 2 }) });
  },
  allSpot: ({ stack, image }) => {
    new HardenedFargateService(stack, 'Batch', { image, capacity: Capacity.spot('each message goes back to its queue') });
  },
  arm: ({ stack, app }) => {
    new HardenedFargateService(stack, 'Worker', { image: ContainerImage.fromAsset(app), cpuArchitecture: CpuArchitecture.ARM64 });
  },
  singleton: ({ stack, image }) => {
    const { service } = new HardenedFargateService(stack, 'Scheduler', { image, desiredCount: 1 });
    const resource = service.node.findChild('Service') as CfnService;
    resource.addPropertyOverride('DeploymentConfiguration.MinimumHealthyPercent', 0);
    resource.addPropertyOverride('DeploymentConfiguration.MaximumPercent', 100);
    resource.availabilityZoneRebalancing = AvailabilityZoneRebalancing.DISABLED;
    const reason = 'two schedulers would start each job twice; a minute without a scheduler is acceptable';
    for (const rule of ['availability-zone-rebalancing', 'deployment-can-progress', 'spare-task']) {
      Validations.of(service).acknowledge({ id: `HardenedFargate::${rule}`, reason });
    }
  },
  publicIp: ({ stack, image }) => {
    const vpc = new Vpc(stack, 'Public', { natGateways: 0, subnetConfiguration: [{ name: 'Public', subnetType: SubnetType.PUBLIC }] });
    const { service } = new HardenedFargateService(stack, 'Crawler', {
      image,
      vpc,
      vpcSubnets: { subnetType: SubnetType.PUBLIC },
      vpcEndpoints: VpcEndpoints.EXISTING,
    });
    const resource = service.node.findChild('Service') as CfnService;
    resource.addPropertyOverride('NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp', 'ENABLED');
    Validations.of(service).acknowledge({
      id: 'HardenedFargate::no-public-ip',
      reason: 'the crawler calls the whole internet, a NAT gateway costs more than its tasks, and no security group allows inbound traffic',
    });
  },
  secondPublicService: ({ stack, image, domainZone }) => {
    const orders = new HardenedFargateService(stack, 'Orders', { image, containerPort: 8080, loadBalancing: LoadBalancing.internal() });
    new HardenedFargateService(stack, 'Storefront', {
      image,
      cluster: orders.cluster,
      containerPort: 8080,
      loadBalancing: LoadBalancing.publicHttps({ domainName: 'shop.example.com', domainZone }),
    });
  },
  cloudFront: ({ stack, image }) => {
    const web = new HardenedFargateService(stack, 'Web', {
      image,
      containerPort: 8080,
      loadBalancing: LoadBalancing.internal({ clients: [Peer.prefixList('pl-3b927c52')] }),
    });
    if (web.loadBalancer === undefined) return;
    new Distribution(stack, 'Distribution', {
      defaultBehavior: {
        origin: VpcOrigin.withApplicationLoadBalancer(web.loadBalancer, { protocolPolicy: OriginProtocolPolicy.HTTP_ONLY }),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      },
    });
  },
  signIn: ({ stack, image, domainZone, clientSecret }) => {
    const web = new HardenedFargateService(stack, 'Web', {
      image,
      containerPort: 8080,
      loadBalancing: LoadBalancing.publicHttps({ domainName: 'shop.example.com', domainZone }),
    });
    if (web.listener === undefined || web.targetGroup === undefined) return;
    web.listener.addAction('SignIn', {
      priority: 1,
      conditions: [ListenerCondition.pathPatterns(['/*'])],
      action: ListenerAction.authenticateOidc({
        issuer: 'https://login.example.com',
        authorizationEndpoint: 'https://login.example.com/authorize',
        tokenEndpoint: 'https://login.example.com/token',
        userInfoEndpoint: 'https://login.example.com/userinfo',
        clientId: 'shop',
        clientSecret: clientSecret.secretValue,
        next: ListenerAction.forward([web.targetGroup]),
      }),
    });
  },
  throwAway: ({ stack, image }) => {
    new HardenedFargateService(stack, 'Preview', {
      image,
      containerPort: 8080,
      loadBalancing: LoadBalancing.internal(),
      removalPolicy: RemovalPolicy.DESTROY,
    });
  },
  existingService: ({ stack, image, vpc }) => {
    const taskDefinition = new FargateTaskDefinition(stack, 'Task');
    taskDefinition.addContainer('web', { image, portMappings: [{ containerPort: 8080 }] });
    const service = new FargateService(stack, 'Service', { cluster: new Cluster(stack, 'Cluster', { vpc }), taskDefinition });

    service.with(new FargateHardening());
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
  ownTaskDefinition: ({ stack, image }) => {
    const taskDefinition = new FargateTaskDefinition(stack, 'Task', { cpu: 512, memoryLimitMiB: 1024 });
    taskDefinition.addContainer('web', { image, portMappings: [{ containerPort: 8080 }], logging: LogDrivers.awsLogs({ streamPrefix: 'web' }) });
    new HardenedFargateService(stack, 'Web', { taskDefinition, containerPort: 8080, loadBalancing: LoadBalancing.internal() });
  },
  networkCanary: ({ stack, image }) => {
    new HardenedFargateService(stack, 'Broker', {
      image,
      containerPort: 1883,
      loadBalancing: LoadBalancing.network(),
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
  scheduledTask: ({ stack, image }) => {
    const report = new HardenedFargateTask(stack, 'Report', { image, command: ['report'] });
    report.schedule('Nightly', {
      schedule: ScheduleExpression.cron({ hour: '3', minute: '0', timeZone: TimeZone.EUROPE_BERLIN }),
    });
  },
  retriedTask: ({ stack, image }) => {
    const report = new HardenedFargateTask(stack, 'Report', { image });
    const run = new EcsRunTask(stack, 'Run', {
      integrationPattern: IntegrationPattern.RUN_JOB,
      cluster: report.cluster,
      taskDefinition: report.taskDefinition,
      launchTarget: new EcsFargateLaunchTarget({ platformVersion: FargatePlatformVersion.LATEST }),
      subnets: report.vpcSubnets,
      securityGroups: [report.securityGroup],
    }).addRetry({ errors: ['States.TaskFailed'], maxAttempts: 2, interval: Duration.minutes(5), backoffRate: 2 });
    const retrying = new StateMachine(stack, 'Retrying', { definitionBody: DefinitionBody.fromChainable(run), tracingEnabled: true });
    new Schedule(stack, 'Nightly', {
      schedule: ScheduleExpression.rate(Duration.days(1)),
      target: new StepFunctionsStartExecution(retrying, {}),
    });
  },
  oneOffTask: ({ stack, image, operators }) => {
    const cleanUp = new HardenedFargateTask(stack, 'CleanUp', { image, command: ['clean-up'] });
    cleanUp.grantRun(operators);
  },
  beforeDeployment: ({ stack, image }) => {
    const shop = new HardenedFargateService(stack, 'Shop', { image, containerPort: 8080, loadBalancing: LoadBalancing.internal() });
    const migration = new HardenedFargateTask(stack, 'Migration', { image, cluster: shop.cluster, command: ['migrate'] });
    shop.runBeforeDeployment(migration, { timeout: Duration.minutes(20) });
  },
};
