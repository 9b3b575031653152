import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RequestCertificateCommand } from '@aws-sdk/client-acm';
import { CreateListenerCommand, CreateLoadBalancerCommand, CreateRuleCommand, CreateTargetGroupCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { PutParameterCommand } from '@aws-sdk/client-ssm';
import { type Clients, clientsOf } from './clients';
import { Moto } from './moto';
import { makeNetwork, type Network } from './network';
import { ACCOUNT, FOLDER, runAgainst } from './run-against';
import { makeShop, type Shop } from './shop';

let moto: Moto;
let shop: Shop;
let network: Network;
let listener: string;
let certificate: string;

beforeAll(async () => {
  moto = await Moto.start();
  const clients = clientsOf(moto.url);
  shop = await makeShop(clients);
  network = await makeNetwork(clients.ec2, []);
  await clients.ssm.send(new PutParameterCommand({ Name: '/shop/level', Value: 'info', Type: 'String' }));
  certificate = (await clients.acm.send(new RequestCertificateCommand({ DomainName: '*.example.com' }))).CertificateArn!;
  listener = await makeListener(clients);
});

afterAll(() => moto.stop());

/** A listener with a rule of somebody else. */
async function makeListener({ elb }: Clients): Promise<string> {
  const { LoadBalancers } = await elb.send(new CreateLoadBalancerCommand({ Name: 'shared', Subnets: [...network.subnetIds] }));
  const { TargetGroups } = await elb.send(new CreateTargetGroupCommand({ Name: 'others', Protocol: 'HTTP', Port: 80, VpcId: network.vpcId, TargetType: 'ip' }));
  const Actions = [{ Type: 'forward' as const, TargetGroupArn: TargetGroups![0].TargetGroupArn }];
  const { Listeners } = await elb.send(new CreateListenerCommand({
    LoadBalancerArn: LoadBalancers![0].LoadBalancerArn, Protocol: 'HTTP', Port: 80, DefaultActions: Actions,
  }));
  const ListenerArn = Listeners![0].ListenerArn!;
  await elb.send(new CreateRuleCommand({ ListenerArn, Priority: 7, Actions, Conditions: [{ Field: 'path-pattern', Values: ['/others/*'] }] }));
  return ListenerArn;
}

/** What a template of the shop says that is not the same in each test. */
interface Wanted {
  readonly tag?: string;
  readonly architecture?: string;
  readonly parameter?: string;
  readonly priority?: number;
  readonly targetGroup?: string;
}

const template = ({ tag = '1.4.2', architecture = 'ARM64', parameter = '/shop/level', priority = 8, targetGroup = 'shop' }: Wanted) => ({
  Resources: {
    Task: {
      Type: 'AWS::ECS::TaskDefinition',
      Properties: {
        Cpu: '256',
        Memory: '512',
        NetworkMode: 'awsvpc',
        RequiresCompatibilities: ['FARGATE'],
        RuntimePlatform: { CpuArchitecture: architecture, OperatingSystemFamily: 'LINUX' },
        ExecutionRoleArn: shop.executionRoleArn,
        ContainerDefinitions: [{
          Name: 'app',
          Image: `${ACCOUNT}.dkr.ecr.eu-west-1.amazonaws.com/shop/web:${tag}`,
          Secrets: [
            { Name: 'PASSWORD', ValueFrom: shop.secretArn },
            { Name: 'LEVEL', ValueFrom: `arn:aws:ssm:eu-west-1:${ACCOUNT}:parameter${parameter}` },
          ],
          LogConfiguration: { LogDriver: 'awslogs', Options: { 'awslogs-group': '/shop/web', 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'app' } },
        }],
      },
    },
    Service: {
      Type: 'AWS::ECS::Service',
      Properties: {
        Cluster: 'shop',
        LaunchType: 'FARGATE',
        TaskDefinition: { Ref: 'Task' },
        NetworkConfiguration: { AwsvpcConfiguration: { Subnets: network.subnetIds, SecurityGroups: [network.taskGroupId] } },
      },
    },
    Group: { Type: 'AWS::ElasticLoadBalancingV2::TargetGroup', Properties: { Name: targetGroup, TargetType: 'ip', Port: 80, Protocol: 'HTTP' } },
    Rule: {
      Type: 'AWS::ElasticLoadBalancingV2::ListenerRule',
      Properties: { ListenerArn: listener, Priority: priority, Actions: [{ Type: 'forward', TargetGroupArn: { Ref: 'Group' } }], Conditions: [] },
    },
    Https: {
      Type: 'AWS::ElasticLoadBalancingV2::ListenerCertificate',
      Properties: { ListenerArn: listener, Certificates: [{ CertificateArn: certificate }] },
    },
  },
});

interface Verified {
  readonly problems: readonly { readonly seen: string }[];
  readonly gaps: readonly { readonly source: string; readonly because: string }[];
}

async function verified(wanted: Wanted) {
  writeFileSync(join(FOLDER, 'shop.json'), JSON.stringify(template(wanted)));
  const { stdout, status } = await runAgainst(moto.url, ['verify', '--template', 'shop.json', '--region', 'eu-west-1', '--json']);
  const { problems, gaps } = JSON.parse(stdout) as Verified;
  return { status, gaps, seen: problems.map(({ seen }) => seen) };
}

/** The execution role of the shop may read its password and nothing else, and nobody validated the certificate. */
const ALWAYS = () => [
  `no policy of the execution role 'arn:aws:iam::${ACCOUNT}:role/shop-execution' allows it to read 'LEVEL'`,
  `the certificate ${certificate} is not issued: its status is PENDING_VALIDATION`,
];

test('of a template that fits the account, only what is not so is told', async () => {
  expect(await verified({})).toEqual({ seen: ALWAYS(), gaps: [], status: 1 });
});

test.each<[Wanted, string]>([
  [{ tag: '9.9.9' }, 'the image shop/web:9.9.9 does not exist in ECR'],
  [{ parameter: '/shop/levels' }, 'LEVEL: the parameter shop/levels does not exist'],
  [{ priority: 7 }, 'the priority 7 is taken by a rule of no stack'],
  [{ targetGroup: 'others' }, 'a target group named others already exists and belongs to no stack'],
])('%j is told', async (wanted, problem) => {
  const { seen, gaps } = await verified(wanted);
  expect(seen).toContain(problem);
  expect(gaps).toEqual([]);
});
