import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import type { Send } from '../../src/evidence/collect/account';
import { boundedAccount } from '../../src/evidence/collect/bounded-account';
import { Templates } from '../../src/facts/template/templates';
import { verify, VERIFY_READS } from '../../src/verify/verify';
import { synthesized } from '../facts/templates-of';
import type { Declare } from '../guardrails/corpus/configuration';
import { soundService } from '../guardrails/corpus/parts/service';

const missing = (name: string): never => {
  throw Object.assign(new Error('no'), { name });
};

type Answers = Readonly<Record<string, (input: any) => object>>;

/** An account that has everything that the app refers to. */
const COMPLETE: Answers = {
  'ecr:DescribeImages': () => ({ imageDetails: [{}] }),
  'secretsmanager:DescribeSecret': () => ({ ARN: 'arn' }),
  'ssm:DescribeParameters': () => ({ Parameters: [{ Name: '/shop/level' }] }),
  'logs:DescribeLogGroups': () => ({ logGroups: [{ logGroupName: '/shop/web' }, { logGroupName: '/shop/web-old' }] }),
  'iam:GetRole': () => ({ Role: {} }),
  'ec2:DescribeSubnets': ({ Filters: [{ Values }] }) => ({ Subnets: Values.map((SubnetId: string) => ({ SubnetId, AvailableIpAddressCount: 7 })) }),
};

/** A service of which nearly everything was made before. */
const refersToMuch: Declare = stack => {
  const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Vpc', { vpcId: 'vpc-1', availabilityZones: ['eu-west-1a', 'eu-west-1b'], privateSubnetIds: ['subnet-0a1', 'subnet-0b2'] });
  const repository = ecr.Repository.fromRepositoryAttributes(stack, 'Images', { repositoryName: 'shop/web', repositoryArn: 'arn:aws:ecr:eu-west-1:111122223333:repository/shop/web' });
  soundService(stack, {
    vpc,
    task: { taskRole: iam.Role.fromRoleArn(stack, 'Own', 'arn:aws:iam::111122223333:role/shop-web') },
    container: {
      image: ecs.ContainerImage.fromEcrRepository(repository, '1.4.2'),
      logging: ecs.LogDrivers.awsLogs({ logGroup: logs.LogGroup.fromLogGroupName(stack, 'Elsewhere', '/shop/web'), streamPrefix: 'app' }),
      secrets: {
        PASSWORD: ecs.Secret.fromSecretsManager(secretsmanager.Secret.fromSecretNameV2(stack, 'Password', 'shop/password')),
        LEVEL: ecs.Secret.fromSsmParameter(ssm.StringParameter.fromStringParameterName(stack, 'Level', '/shop/level')),
      },
    },
  });
};

const templates = new Templates(synthesized(refersToMuch).sources.map(source => ({ ...source, environment: { region: 'eu-west-1' } })));

async function verified(answers: Answers, app = templates) {
  const called = new Set<string>();
  const send: Send = async (action, input) => {
    called.add(action);
    return (answers[action] ?? missing('AccessDeniedException'))(input) as never;
  };
  const { problems, gaps } = await verify(app, boundedAccount(send));
  return { seen: problems.map(problem => problem.seen), gaps, called: [...called].sort() };
}

test('an account that has everything lacks nothing, and each kind of thing was asked for', async () => {
  expect(await verified(COMPLETE)).toEqual({ seen: [], gaps: [], called: [...VERIFY_READS].sort() });
});

test.each([
  ['ecr:DescribeImages', () => missing('ImageNotFoundException'), 'the image shop/web:1.4.2 does not exist in ECR'],
  ['ecr:DescribeImages', () => missing('RepositoryNotFoundException'), 'the image shop/web:1.4.2 does not exist in ECR'],
  ['secretsmanager:DescribeSecret', () => missing('ResourceNotFoundException'), 'PASSWORD: the secret shop/password does not exist'],
  ['secretsmanager:DescribeSecret', () => ({ DeletedDate: '2026-11-20' }), 'PASSWORD: the secret shop/password is scheduled for deletion'],
  ['ssm:DescribeParameters', () => ({ Parameters: [] }), 'LEVEL: the parameter shop/level does not exist'],
  ['logs:DescribeLogGroups', () => ({ logGroups: [{ logGroupName: '/shop/web-old' }] }), 'the log group /shop/web does not exist'],
  ['iam:GetRole', () => missing('NoSuchEntityException'), 'the role arn:aws:iam::111122223333:role/shop-web does not exist'],
  ['ec2:DescribeSubnets', () => ({ Subnets: [{ SubnetId: 'subnet-0a1', AvailableIpAddressCount: 7 }] }), 'the subnet subnet-0b2 does not exist in the Region'],
  ['ec2:DescribeSubnets', () => ({ Subnets: ['subnet-0a1', 'subnet-0b2'].map(SubnetId => ({ SubnetId, AvailableIpAddressCount: 0 })) }), 'no free IP address is left in subnet-0a1 and subnet-0b2'],
])('%s tells what the account lacks (%#)', async (action, answer, seen) => {
  expect((await verified({ ...COMPLETE, [action]: answer })).seen).toEqual([seen]);
});

test.each(VERIFY_READS)('what %s does not tell is unknown, and no problem', async action => {
  const { seen, gaps } = await verified(Object.fromEntries(Object.entries(COMPLETE).filter(([name]) => name !== action)));
  expect(seen).toEqual([]);
  expect(gaps.map(({ source }) => source)).toEqual([action]);
});

test('what the app creates itself is not asked for, only the image of a repository that is there', async () => {
  const { seen, called } = await verified({}, synthesized(stack => void soundService(stack)));
  expect({ seen, called }).toEqual({ seen: [], called: ['ecr:DescribeImages'] });
});
