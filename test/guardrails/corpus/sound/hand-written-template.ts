interface HandWritten {
  readonly Resources: { readonly [id: string]: { readonly Type: string; readonly Properties: { readonly [name: string]: unknown } } };
}

const ref = (id: string) => ({ Ref: id });
const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });

/** A worker as people write it who know CloudFormation and no construct: network, roles, task and service in one file. */
export const handWrittenTemplate = (): HandWritten => ({ Resources: { ...NETWORK, ...ROLES, ...TASK } });

const NETWORK: HandWritten['Resources'] = {
  Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16', EnableDnsSupport: true, EnableDnsHostnames: true } },
  Gateway: { Type: 'AWS::EC2::InternetGateway', Properties: {} },
  Attachment: { Type: 'AWS::EC2::VPCGatewayAttachment', Properties: { VpcId: ref('Vpc'), InternetGatewayId: ref('Gateway') } },
  PublicSubnet: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: ref('Vpc'), CidrBlock: '10.0.0.0/24', AvailabilityZone: zone(0) } },
  PublicRoutes: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: ref('Vpc') } },
  PublicRoute: { Type: 'AWS::EC2::Route', Properties: { RouteTableId: ref('PublicRoutes'), DestinationCidrBlock: '0.0.0.0/0', GatewayId: ref('Gateway') } },
  PublicAssociation: association('PublicSubnet', 'PublicRoutes'),
  NatAddress: { Type: 'AWS::EC2::EIP', Properties: { Domain: 'vpc' } },
  Nat: { Type: 'AWS::EC2::NatGateway', Properties: { SubnetId: ref('PublicSubnet'), AllocationId: { 'Fn::GetAtt': ['NatAddress', 'AllocationId'] } } },
  TaskSubnetA: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: ref('Vpc'), CidrBlock: '10.0.10.0/24', AvailabilityZone: zone(0) } },
  TaskSubnetB: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: ref('Vpc'), CidrBlock: '10.0.11.0/24', AvailabilityZone: zone(1) } },
  TaskRoutes: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: ref('Vpc') } },
  TaskRoute: { Type: 'AWS::EC2::Route', Properties: { RouteTableId: ref('TaskRoutes'), DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: ref('Nat') } },
  AssociationA: association('TaskSubnetA', 'TaskRoutes'),
  AssociationB: association('TaskSubnetB', 'TaskRoutes'),
  TaskGroup: {
    Type: 'AWS::EC2::SecurityGroup',
    Properties: { GroupDescription: 'tasks', VpcId: ref('Vpc'), SecurityGroupEgress: [{ IpProtocol: '-1', CidrIp: '0.0.0.0/0' }] },
  },
};

const ROLES: HandWritten['Resources'] = {
  ExecutionRole: {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: trust(),
      ManagedPolicyArns: [{ 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy' }],
    },
  },
  TaskRole: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: trust() } },
};

const TASK: HandWritten['Resources'] = {
  Logs: { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: 30 } },
  Cluster: {
    Type: 'AWS::ECS::Cluster',
    Properties: { CapacityProviders: ['FARGATE', 'FARGATE_SPOT'], ClusterSettings: [{ Name: 'containerInsights', Value: 'enhanced' }] },
  },
  Task: {
    Type: 'AWS::ECS::TaskDefinition',
    Properties: {
      Family: 'worker',
      RequiresCompatibilities: ['FARGATE'],
      NetworkMode: 'awsvpc',
      Cpu: '0.5 vCPU',
      Memory: '1 GB',
      RuntimePlatform: { OperatingSystemFamily: 'LINUX', CpuArchitecture: 'ARM64' },
      ExecutionRoleArn: arnOf('ExecutionRole'),
      TaskRoleArn: arnOf('TaskRole'),
      ContainerDefinitions: [{
        Name: 'app',
        Image: { 'Fn::Sub': '${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/worker:1.4.2' },
        Memory: '1024',
        User: '1000',
        ReadonlyRootFilesystem: 'true',
        StopTimeout: '30',
        LogConfiguration: {
          LogDriver: 'awslogs',
          Options: {
            'awslogs-group': ref('Logs'),
            'awslogs-region': ref('AWS::Region'),
            'awslogs-stream-prefix': 'worker',
            'mode': 'non-blocking',
            'max-buffer-size': '25m',
          },
        },
      }],
    },
  },
  Service: {
    Type: 'AWS::ECS::Service',
    Properties: {
      Cluster: ref('Cluster'),
      TaskDefinition: ref('Task'),
      DesiredCount: '2',
      CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE', Weight: 1 }],
      DeploymentConfiguration: { MinimumHealthyPercent: 100, MaximumPercent: 200, DeploymentCircuitBreaker: { Enable: true, Rollback: true } },
      NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [ref('TaskSubnetA'), ref('TaskSubnetB')], SecurityGroups: [ref('TaskGroup')] } },
      EnableECSManagedTags: true,
      PropagateTags: 'SERVICE',
    },
  },
};

function zone(index: number): object {
  return { 'Fn::Select': [index, { 'Fn::GetAZs': '' }] };
}

function association(subnet: string, routes: string): HandWritten['Resources'][string] {
  return { Type: 'AWS::EC2::SubnetRouteTableAssociation', Properties: { SubnetId: ref(subnet), RouteTableId: ref(routes) } };
}

function trust(): object {
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' }] };
}
