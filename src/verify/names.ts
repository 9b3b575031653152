import { ownerOf } from './ownership';
import type { Check, Problem, Skipped } from './problem';
import { after, isLeftToDeployment, written } from './written';
import type { Reading } from '../account/reading';
import { type Fact, isKnown } from '../facts/model/fact';
import { placeOf, type Resource } from '../facts/template/resource';
import type { Templates } from '../facts/template/templates';

/** A kind of resource of which an account and Region has one of a name. */
interface Kind {
  readonly type: string;
  /** What people call it. */
  readonly what: string;
  /** The property that names it. */
  readonly property: string;
  /** The id by which CloudFormation knows the one that has the name; absent where none has it. */
  readonly find: (name: string, reading: Reading, resource: Resource) => Promise<Fact<string>>;
}

/** A list of an answer, of which the first or none has the name. */
const first = <T>(list: Fact<readonly T[]>): Fact<T> => isKnown(list) ? list?.[0] : list;

const of = <T extends object>(answer: Fact<T>, name: keyof T & string): Fact<string> =>
  isKnown(answer) ? written(answer?.[name]) : answer;

const KINDS: readonly Kind[] = [
  {
    type: 'AWS::ECS::Service',
    what: 'service',
    property: 'ServiceName',
    find: async (name, reading, { properties: { Cluster } }) => {
      const cluster = after(Cluster, ':cluster/') ?? written(Cluster);
      if (cluster === undefined) return undefined;
      const services = await reading.part<readonly { readonly serviceArn?: string; readonly status?: string }[]>(
        'ecs:DescribeServices', { cluster, services: [name] }, 'services',
      );
      return of(first(isKnown(services) ? services?.filter(({ status }) => status === 'ACTIVE') : services), 'serviceArn');
    },
  },
  {
    type: 'AWS::Logs::LogGroup',
    what: 'log group',
    property: 'LogGroupName',
    find: async (name, reading) => {
      const asked = { logGroupNamePrefix: name };
      const groups = await reading.all<{ readonly logGroupName?: string }>('logs:DescribeLogGroups', asked, 'logGroups');
      return isKnown(groups) ? groups.find(({ logGroupName }) => logGroupName === name)?.logGroupName : groups;
    },
  },
  {
    type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    what: 'load balancer',
    property: 'Name',
    find: async (name, reading) => of(first(await reading.part<readonly { readonly LoadBalancerArn?: string }[]>(
      'elasticloadbalancing:DescribeLoadBalancers', { Names: [name] }, 'LoadBalancers',
    )), 'LoadBalancerArn'),
  },
  {
    type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
    what: 'target group',
    property: 'Name',
    find: async (name, reading) => of(first(await reading.part<readonly { readonly TargetGroupArn?: string }[]>(
      'elasticloadbalancing:DescribeTargetGroups', { Names: [name] }, 'TargetGroups',
    )), 'TargetGroupArn'),
  },
  {
    type: 'AWS::ECR::Repository',
    what: 'repository',
    property: 'RepositoryName',
    find: async (name, reading) => of(first(await reading.part<readonly { readonly repositoryName?: string }[]>(
      'ecr:DescribeRepositories', { repositoryNames: [name] }, 'repositories',
    )), 'repositoryName'),
  },
  {
    type: 'AWS::SecretsManager::Secret',
    what: 'secret',
    property: 'Name',
    find: async (SecretId, reading) => of(await reading.one('secretsmanager:DescribeSecret', { SecretId }), 'ARN'),
  },
  {
    type: 'AWS::IAM::Role',
    what: 'role',
    property: 'RoleName',
    find: async (name, reading) =>
      of(await reading.part<{ readonly RoleName?: string }>('iam:GetRole', { RoleName: name }, 'Role'), 'RoleName'),
  },
];

/** Names that the app gives and that something else in the account already has. */
export const names: Check = async ({ templates }, reading) => (await Promise.all(KINDS.flatMap(kind =>
  templates.ofType(kind.type).map(resource => takenBy(kind, resource, templates, reading))))).flat();

/** What is of no stack can become a part of this one. */
const freeing = (owner: string | undefined): string => owner === undefined
  ? 'Use another name, delete the resource that has it, or adopt the resource with cdk import.'
  : 'Use another name, or let CloudFormation choose one.';

async function takenBy(
  { what, property, find }: Kind, resource: Resource, templates: Templates, reading: Reading,
): Promise<readonly (Problem | Skipped)[]> {
  const at = placeOf(resource, property);
  if (isLeftToDeployment(resource.properties[property], templates)) {
    return [{ at, seen: `a part of the name of the ${what} is known only at deployment` }];
  }
  const name = written(resource.properties[property]);
  const id = name === undefined ? undefined : await find(name, reading, resource);
  if (!isKnown(id) || id === undefined) return [];
  const owner = await ownerOf(id, resource, templates, reading);
  if (!isKnown(owner) || owner === 'own') return [];
  const belongs = owner === undefined ? 'belongs to no stack' : `belongs to the stack ${owner}`;
  return [{ at, seen: `a ${what} named ${name} already exists and ${belongs}`, fix: freeing(owner) }];
}
