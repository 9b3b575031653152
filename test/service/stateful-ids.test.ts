import { Duration } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as route53 from 'aws-cdk-lib/aws-route53';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import { declareIn, idsOf, imageIn, newStack } from './declare';
import { Deployment, HardenedFargateTask, HardenedQueue, LoadBalancing, SharedLoadBalancer } from '../../src/index';

/** Whoever loses one of these to a change of its id loses data, an address that others know, or the service for a while. */
const STATEFUL = [
  'AWS::EC2::VPC', 'AWS::EC2::Subnet', 'AWS::ECS::Cluster', 'AWS::ECS::Service', 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::ElasticLoadBalancingV2::TargetGroup', 'AWS::ElasticLoadBalancingV2::Listener', 'AWS::CertificateManager::Certificate',
  'AWS::EC2::VPCEndpoint', 'AWS::EC2::SecurityGroup', 'AWS::Logs::LogGroup', 'AWS::S3::Bucket', 'AWS::KMS::Key', 'AWS::SNS::Topic', 'AWS::SQS::Queue',
];

test('a new version of this library replaces nothing that holds state or that others know the address of', () => {
  const stack = newStack();
  const domainZone = route53.HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z1', zoneName: 'example.com' });
  declareIn(stack, {
    containerPort: 8080,
    loadBalancing: LoadBalancing.publicHttps({ domainName: 'shop.example.com', domainZone }),
    secrets: { PASSWORD: ecs.Secret.fromSecretsManager(secretsmanager.Secret.fromSecretNameV2(stack, 'Password', 'password')) },
    alarmTopic: sns.Topic.fromTopicArn(stack, 'Oncall', 'arn:aws:sns:eu-central-1:111122223333:oncall'),
  });
  const template = Template.fromStack(stack);
  expect(Object.fromEntries(STATEFUL.map((type) => [type, idsOf(template, type)]))).toMatchInlineSnapshot(`
{
  "AWS::CertificateManager::Certificate": [
    "WebEntranceCertificate5CCEFEFB",
  ],
  "AWS::EC2::SecurityGroup": [
    "WebEntrancePublicLoadBalancerSecurityGroup10ECAEEB",
    "WebSecurityGroupF444D504",
    "WebVpcTaskEndpointsSecurityGroup9AA4109E",
  ],
  "AWS::EC2::Subnet": [
    "WebVpcPublicSubnet1Subnet08B06AF1",
    "WebVpcPublicSubnet2SubnetE77F06D4",
    "WebVpcTaskSubnet1Subnet1EC3B21A",
    "WebVpcTaskSubnet2Subnet8DDB8870",
  ],
  "AWS::EC2::VPC": [
    "WebVpcC228DE21",
  ],
  "AWS::EC2::VPCEndpoint": [
    "WebVpcTaskEndpointsEcrApiF5082D5D",
    "WebVpcTaskEndpointsEcrDockerC0F99E16",
    "WebVpcTaskEndpointsKms712755F5",
    "WebVpcTaskEndpointsLogsAF898648",
    "WebVpcTaskEndpointsS31B91E013",
    "WebVpcTaskEndpointsSecretsManager25D0B830",
    "WebVpcTaskEndpointsSsmMessages097C3226",
  ],
  "AWS::ECS::Cluster": [
    "WebCluster20B6B362",
  ],
  "AWS::ECS::Service": [
    "WebServiceD04B5F3E",
  ],
  "AWS::ElasticLoadBalancingV2::Listener": [
    "WebEntrancePublicLoadBalancerListenerEE323BBB",
    "WebEntrancePublicLoadBalancerRedirect80To4436929DF67",
  ],
  "AWS::ElasticLoadBalancingV2::LoadBalancer": [
    "WebEntrancePublicLoadBalancer3E1F4481",
  ],
  "AWS::ElasticLoadBalancingV2::TargetGroup": [
    "WebEntrancePublicTargetGroupF8ECE080",
  ],
  "AWS::KMS::Key": [
    "WebExecAuditKey50FE2F8B",
  ],
  "AWS::Logs::LogGroup": [
    "HardenedFargateStopAnalyzerLog282D410A",
    "WebExecAuditLogGroup1F30A8D1",
    "WebLogGroup1664F270",
    "WebVpcRejectedTrafficF28611B3",
  ],
  "AWS::S3::Bucket": [
    "WebEntranceAccessLogs6C56FE2A",
  ],
  "AWS::SNS::Topic": [],
  "AWS::SQS::Queue": [
    "HardenedFargateStopAnalyzerDeadLetterQueue34C82621",
    "HardenedFargateStopAnalyzerQueue4FD2BB5D",
  ],
}
`);
});

test('the internal load balancer and its target group have ids of their own, and so has the topic that is made here', () => {
  const stack = newStack();
  declareIn(stack, { containerPort: 8080, loadBalancing: LoadBalancing.internal() });
  const template = Template.fromStack(stack);
  const types = ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'AWS::ElasticLoadBalancingV2::TargetGroup', 'AWS::S3::Bucket', 'AWS::SNS::Topic', 'AWS::KMS::Key'];
  expect(types.flatMap((type) => idsOf(template, type))).toMatchInlineSnapshot(`
[
  "WebEntranceInternalLoadBalancerB2D9736A",
  "WebEntranceInternalTargetGroupC017D5C4",
  "WebEntranceAccessLogs6C56FE2A",
  "HardenedFargateStopAnalyzerTopic816BCD84",
  "HardenedFargateStopAnalyzerTopicKeyC0ED0700",
  "WebExecAuditKey50FE2F8B",
]
`);
});

test('what each shape adds keeps its ids, too', () => {
  const stack = newStack();
  const { cluster, vpc } = declareIn(stack, { containerPort: 8080, loadBalancing: LoadBalancing.internal(), deployment: Deployment.blueGreen() });
  declareIn(stack, { cluster, containerPort: 8080, loadBalancing: LoadBalancing.network() }, 'Broker');
  const shared = new SharedLoadBalancer(stack, 'Shared', { vpc });
  declareIn(stack, { cluster, containerPort: 8080, loadBalancing: LoadBalancing.shared(shared, { paths: ['/orders/*'] }) }, 'Orders');
  new HardenedQueue(stack, 'Mails');
  const task = new HardenedFargateTask(stack, 'Report', { image: imageIn(stack), cluster });
  task.schedule('Nightly', { schedule: ScheduleExpression.rate(Duration.days(1)) });
  declareIn(stack, { cluster }, 'Worker').runBeforeDeployment(task);
  const template = Template.fromStack(stack);
  const types = [...STATEFUL, 'AWS::DynamoDB::Table', 'AWS::ElasticLoadBalancingV2::ListenerRule', 'AWS::Scheduler::Schedule'];
  expect(types.flatMap((type) => idsOf(template, type)).filter((id) => !/^WebVpc|^WebCluster|^WebExec/.test(id))).toMatchInlineSnapshot(`
[
  "BrokerServiceB23D0203",
  "OrdersServiceD066556E",
  "WebServiceD04B5F3E",
  "WorkerService3F60922A",
  "BrokerEntranceInternalNetworkLoadBalancer0BDBF5AF",
  "SharedEntranceInternalLoadBalancer4644F905",
  "WebEntranceInternalLoadBalancerB2D9736A",
  "BrokerEntranceInternalNetworkTargetGroup4E21AC80",
  "OrdersListener1DF6D1CCTargetGroup63642328",
  "WebEntranceInternalAlternateTargetGroup376AE11F",
  "WebEntranceInternalTargetGroupC017D5C4",
  "BrokerEntranceInternalNetworkLoadBalancerListenerEBEE119D",
  "SharedEntranceInternalLoadBalancerListener5F84600B",
  "WebEntranceInternalLoadBalancerListener420A34D2",
  "BrokerEntranceInternalNetworkSecurityGroupA7876CC1",
  "BrokerSecurityGroup4607CDDC",
  "OrdersSecurityGroup2E5456CF",
  "ReportSecurityGroup491E5B8C",
  "SharedEntranceInternalLoadBalancerSecurityGroup95A6CDB6",
  "WebEntranceInternalLoadBalancerSecurityGroup3FBD7449",
  "WebSecurityGroupF444D504",
  "WorkerSecurityGroup431FFF64",
  "BrokerLogGroupD8ADE883",
  "HardenedFargateJobsLog64982E5A",
  "HardenedFargateStopAnalyzerLog282D410A",
  "OrdersLogGroupE26395F1",
  "ReportLogGroup7E0CFF94",
  "WebLogGroup1664F270",
  "WorkerLogGroup67ABCFFE",
  "SharedEntranceAccessLogs51D91C86",
  "WebEntranceAccessLogs6C56FE2A",
  "HardenedFargateStopAnalyzerTopicKeyC0ED0700",
  "HardenedFargateStopAnalyzerTopic816BCD84",
  "HardenedFargateStopAnalyzerDeadLetterQueue34C82621",
  "HardenedFargateStopAnalyzerQueue4FD2BB5D",
  "Mails0DC70ADE",
  "MailsDeadLetters82EAECDE",
  "ReportDeadLetters911BB535",
  "HardenedFargateStopAnalyzerHardenedFargateIncidents4AA74500",
  "OrdersListener1DF6D1CCRule0A6BB4C5",
  "WebEntranceInternalProductionRuleE0B541B6",
  "ReportNightly7D1BF240",
]
`);
});
