import { runsOnFargate } from '../../../src/facts/readers/capacity';
import type { TemplateResource } from '../../../src/facts/template/source/template-source';
import { templatesOf } from '../templates-of';

const strategy = (...providers: string[]) => providers.map(provider => ({ CapacityProvider: provider, Weight: 1 }));
const taskFor = (...compatibilities: string[]): TemplateResource => ({ Type: 'AWS::ECS::TaskDefinition', Properties: { RequiresCompatibilities: compatibilities } });
const cluster = (properties: TemplateResource['Properties']): TemplateResource => ({ Type: 'AWS::ECS::Cluster', Properties: properties });

function judged(properties: TemplateResource['Properties'], others: Readonly<Record<string, TemplateResource>> = {}): boolean {
  const templates = templatesOf({ Service: { Type: 'AWS::ECS::Service', Properties: properties }, ...others });
  return runsOnFargate(templates, templates.ofType('AWS::ECS::Service')[0]);
}

test('a service runs on Fargate by launch type or by its own capacity providers', () => {
  expect(judged({ LaunchType: 'FARGATE' })).toBe(true);
  expect(judged({ CapacityProviderStrategy: strategy('FARGATE_SPOT') })).toBe(true);
  expect(judged({ CapacityProviderStrategy: strategy('my-instances') })).toBe(false);
});

test('without either it takes the default of its cluster, wherever that is declared', () => {
  const service = { Cluster: { Ref: 'Cluster' } };
  expect(judged(service, { Cluster: cluster({ DefaultCapacityProviderStrategy: strategy('FARGATE') }) })).toBe(true);
  expect(judged(service, {
    Cluster: cluster({}),
    Association: {
      Type: 'AWS::ECS::ClusterCapacityProviderAssociations',
      Properties: { Cluster: { Ref: 'Cluster' }, DefaultCapacityProviderStrategy: strategy('FARGATE') },
    },
  })).toBe(true);
  expect(judged(service, { Cluster: cluster({}) })).toBe(false);
});

test('a task definition for Fargate only says it, too, also where the launch type is a parameter', () => {
  const service = { TaskDefinition: { Ref: 'Task' } };
  expect(judged(service, { Task: taskFor('FARGATE') })).toBe(true);
  expect(judged({ ...service, LaunchType: { Ref: 'Parameter' } }, { Task: taskFor('FARGATE') })).toBe(true);
  expect(judged(service, { Task: taskFor('FARGATE', 'EC2') })).toBe(false);
});

test('a task definition for Fargate only decides where nobody knows the launch type or the capacity provider', () => {
  const task = { Task: taskFor('FARGATE') };
  const service = { TaskDefinition: { Ref: 'Task' } };
  expect(judged({ ...service, CapacityProviderStrategy: strategy('made-elsewhere') }, task)).toBe(true);
  expect(judged({ ...service, CapacityProviderStrategy: { Ref: 'Strategy' } }, task)).toBe(true);
  expect(judged({ ...service, CapacityProviderStrategy: [{ CapacityProvider: { Ref: 'Provider' } }] }, task)).toBe(true);
  expect(judged({ ...service, LaunchType: 'fargate' }, task)).toBe(true);
  expect(judged({ ...service, CapacityProviderStrategy: strategy('made-elsewhere') }, { Task: taskFor('FARGATE', 'EC2') })).toBe(false);
  const instances = { Type: 'AWS::ECS::CapacityProvider', Properties: { ManagedInstancesProvider: {} } };
  expect(judged({ ...service, CapacityProviderStrategy: [{ CapacityProvider: { Ref: 'Own' } }] }, { ...task, Own: instances })).toBe(false);
});

test('services on instances and on machines of your own are nobody\'s business here', () => {
  for (const launchType of ['EC2', 'EXTERNAL']) expect(judged({ LaunchType: launchType, TaskDefinition: { Ref: 'Task' } }, { Task: taskFor('FARGATE') })).toBe(false);
  expect(judged({})).toBe(false);
});
