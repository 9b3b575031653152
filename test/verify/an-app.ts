import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as targets from 'aws-cdk-lib/aws-route53-targets';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { Templates } from '../../src/facts/template/templates';
import { synthesized } from '../facts/templates-of';
import type { Declare } from '../guardrails/corpus/configuration';
import { soundService } from '../guardrails/corpus/parts/service';

export const ROLE = 'arn:aws:iam::111122223333:role/shop-execution';
export const CERTIFICATE = 'arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d';
export const LISTENER = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/shared/0123456789abcdef/0123456789abcdef';

/** A service of which nearly everything was made before, and that gives names to much of what it makes. */
export const refersToMuch: Declare = stack => {
  const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
    vpcId: 'vpc-1', availabilityZones: ['eu-west-1a', 'eu-west-1b'], privateSubnetIds: ['subnet-0a1', 'subnet-0b2'], publicSubnetIds: ['subnet-0c3', 'subnet-0d4'],
  });
  const repository = ecr.Repository.fromRepositoryAttributes(stack, 'Images', {
    repositoryName: 'shop/web', repositoryArn: 'arn:aws:ecr:eu-west-1:111122223333:repository/shop/web',
  });
  const [executionRole, taskRole] = [ROLE, 'arn:aws:iam::111122223333:role/shop-web'].map((arn, index) =>
    iam.Role.fromRoleArn(stack, `Role${index}`, arn, { mutable: false }));
  const cluster = ecs.Cluster.fromClusterAttributes(stack, 'Shared', { clusterName: 'shared', vpc, securityGroups: [] });
  const service = soundService(stack, {
    vpc,
    cluster,
    task: { executionRole, taskRole, cpu: 1024, memoryLimitMiB: 2048 },
    container: {
      image: ecs.ContainerImage.fromEcrRepository(repository, '1.4.2'),
      portMappings: [{ containerPort: 8080 }],
      logging: ecs.LogDrivers.awsLogs({ logGroup: logs.LogGroup.fromLogGroupName(stack, 'Elsewhere', '/shop/web'), streamPrefix: 'app' }),
      secrets: {
        PASSWORD: ecs.Secret.fromSecretsManager(secretsmanager.Secret.fromSecretNameV2(stack, 'Password', 'shop/password')),
        LEVEL: ecs.Secret.fromSsmParameter(ssm.StringParameter.fromStringParameterName(stack, 'Level', '/shop/level')),
      },
    },
    service: { serviceName: 'web' },
  });
  declareLoadBalancing(stack, vpc, service);
  new logs.LogGroup(stack, 'Own', { logGroupName: '/shop/audit' });
  new ecr.Repository(stack, 'Tools', { repositoryName: 'shop/tools' });
  new secretsmanager.Secret(stack, 'Token', { secretName: 'shop/token' });
  new iam.Role(stack, 'Operator', { roleName: 'shop-operator', assumedBy: new iam.AccountRootPrincipal() });
};

function declareLoadBalancing(stack: Parameters<Declare>[0], vpc: ec2.IVpc, service: ecs.FargateService): void {
  const balancer = new elb.ApplicationLoadBalancer(stack, 'Balancer', { vpc, loadBalancerName: 'shop', internetFacing: true });
  const group = new elb.ApplicationTargetGroup(stack, 'Group', { vpc, targetGroupName: 'web', port: 8080, protocol: elb.ApplicationProtocol.HTTP, targets: [service] });
  balancer.addListener('Https', { certificates: [acm.Certificate.fromCertificateArn(stack, 'Certificate', CERTIFICATE)], port: 443, defaultTargetGroups: [group] });
  new elb.CfnListenerRule(stack, 'Rule', {
    listenerArn: LISTENER,
    priority: 7,
    conditions: [{ field: 'path-pattern', pathPatternConfig: { values: ['/shop/*'] } }],
    actions: [{ type: 'forward', targetGroupArn: group.targetGroupArn }],
  });
  new route53.ARecord(stack, 'Record', {
    zone: route53.HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z1', zoneName: 'example.com' }),
    recordName: 'shop',
    target: route53.RecordTarget.fromAlias(new targets.LoadBalancerTarget(balancer)),
  });
}

/** The templates of an app as the command line reads them from a cloud assembly. */
export const templatesOf = (declare: Declare): Templates =>
  new Templates(synthesized(declare).sources.map(source => ({ ...source, name: 'Shop', environment: { region: 'eu-west-1' } })));
