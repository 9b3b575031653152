import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, NestedStack, Stack } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { findingsIn, judge, printedIn } from './judge';
import { file, FOLDER } from './run-cli';
import { endpointVpc } from '../guardrails/corpus/parts/network';
import { soundService } from '../guardrails/corpus/parts/service';
import { handWrittenTemplate } from '../guardrails/corpus/sound/hand-written-template';
import { patched } from '../guardrails/patched';

const { Service, Task, ...around } = handWrittenTemplate().Resources;
const AROUND = Object.keys(around);
const ADMIN = { TaskRole: { Properties: { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] } } };

/** Everything that the service and its task use, with a fault in the role of the task. */
const surroundings = patched(around, ADMIN);

const valueOf = (id: string): object => around[id].Type === 'AWS::IAM::Role' ? { 'Fn::GetAtt': [id, 'Arn'] } : { Ref: id };

/** The service and its task, which refer to everything else in another way. */
const referring = (reference: (id: string) => object): unknown =>
  JSON.parse(JSON.stringify({ Service, Task }), (_key, part: { readonly 'Ref'?: string; readonly 'Fn::GetAtt'?: readonly string[] }) => {
    const id = part?.Ref ?? part?.['Fn::GetAtt']?.[0];
    return id !== undefined && id in around ? reference(id) : part;
  });

test('a template alone says nothing of what it imports', () => {
  expect(findingsIn(file('alone.json', { Resources: referring(id => ({ 'Fn::ImportValue': id })) }))).toEqual([]);
});

test('exports of one template are imports of another one', () => {
  const Outputs = Object.fromEntries(AROUND.map(id => [`Export${id}`, { Value: valueOf(id), Export: { Name: id } }]));
  const shared = file('shared.json', { Resources: surroundings, Outputs });
  const service = file('service.json', { Resources: referring(id => ({ 'Fn::ImportValue': id })) });
  expect(findingsIn(service, shared)).toMatchObject([{ rule: 'task-role-not-admin', template: 'service.json', logicalId: 'Task' }]);
});

test.each([
  ['as a file', './inner.json'],
  ['by a URL', 'https://templates.s3.amazonaws.com/shop/inner.json'],
  ['by a URL that deployment completes', { 'Fn::Sub': 'https://${Bucket}.s3.amazonaws.com/inner.json' }],
])('a nested stack that is named %s gets its parameters from the outer one', (_how, TemplateURL) => {
  const Parameters = Object.fromEntries(AROUND.map(id => [id, valueOf(id)]));
  const outer = file('outer.json', { Resources: { ...surroundings, Nested: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL, Parameters } } } });
  const inner = file('inner.json', { Parameters: Object.fromEntries(AROUND.map(id => [id, { Type: 'String' }])), Resources: referring(id => ({ Ref: id })) });
  expect(findingsIn(outer, inner)).toMatchObject([{ rule: 'task-role-not-admin', template: 'inner.json', logicalId: 'Task' }]);
});

test('a nested application of SAM gets its parameters from the outer template', () => {
  const Parameters = Object.fromEntries(AROUND.map(id => [id, valueOf(id)]));
  const Nested = { Type: 'AWS::Serverless::Application', Properties: { Location: 'application.json', Parameters } };
  const outer = file('sam.json', { Transform: 'AWS::Serverless-2016-10-31', Resources: { ...surroundings, Nested } });
  const inner = file('application.json', { Parameters: Object.fromEntries(AROUND.map(id => [id, { Type: 'String' }])), Resources: referring(id => ({ Ref: id })) });
  expect(findingsIn(outer, inner)).toMatchObject([{ rule: 'task-role-not-admin', template: 'application.json', logicalId: 'Task' }]);
});

test('a template that is nested in itself is judged all the same', () => {
  const Self = { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'selfish.json' } };
  const selfish = file('selfish.json', { Resources: { ...surroundings, Service, Task, Self } });
  expect(printedIn([selfish])).toMatchObject({ findings: [{ rule: 'task-role-not-admin' }], notJudged: [{ rule: 'not-judged', logicalId: 'Self' }] });
  expect(judge([selfish]).stderr).toBe('');
});

test('the templates of a CDK app lead into nested stacks, and know the paths of their constructs', () => {
  const app = new App({ outdir: join(FOLDER, 'cdk.out'), context: { 'aws:cdk:enable-path-metadata': true } });
  const stack = new Stack(app, 'S');
  const taskRole = new iam.Role(stack, 'Role', {
    assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com'),
    managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('AdministratorAccess')],
  });
  const task = new ecs.FargateTaskDefinition(new NestedStack(stack, 'Nested'), 'Task', { taskRole });
  task.addContainer('app', { image: ecs.ContainerImage.fromRegistry('ghcr.io/example/shop:1.2.3') });
  const templates = readdirSync(app.synth().directory).filter(name => name.endsWith('.template.json')).map(name => join('cdk.out', name));
  expect(templates).toHaveLength(2);
  expect(findingsIn(...templates)).toContainEqual(expect.objectContaining({ rule: 'task-role-not-admin', path: 'S/Nested/Task/Resource' }));
});

/** A worker in isolated subnets of Ireland whose endpoints lead to the services of Ireland, with an image of Virginia. */
function imageOfVirginia(outdir: string, region?: string): readonly string[] {
  const app = new App({ outdir: join(FOLDER, outdir) });
  const stack = new Stack(app, 'S', { env: { region } });
  const image = ecs.ContainerImage.fromEcrRepository(ecr.Repository.fromRepositoryArn(stack, 'Shared', 'arn:aws:ecr:us-east-1:444455556666:repository/worker'), '1');
  soundService(new NestedStack(stack, 'Nested'), { vpc: endpointVpc(stack), container: { image } });
  return readdirSync(app.synth().directory).filter(name => name.endsWith('.template.json')).map(name => join(outdir, name));
}

describe('the Region of a stack', () => {
  const unreachable = (templates: readonly string[]) => findingsIn(...templates).filter(({ rule }) => rule === 'network-reaches-ecr');

  test('is read from the manifest of the app, for nested stacks too', () => {
    expect(unreachable(imageOfVirginia('ireland', 'eu-west-1'))).toHaveLength(1);
    expect(unreachable(imageOfVirginia('virginia', 'us-east-1'))).toEqual([]);
  });

  test('is not known where the app leaves it open', () => {
    expect(unreachable(imageOfVirginia('somewhere'))).toEqual([]);
  });

  test.each<[string, string | undefined]>([
    ['is not there', undefined],
    ['breaks off', '{"artifacts": {'],
    ['is that of something else', '{"name": "shop", "icons": []}'],
    ['lists nothing', '{"artifacts": null}'],
    ['says nothing of its stacks', '{"artifacts": {"S": null, "T": {"properties": {"templateFile": 1}}}}'],
    ['names environments of its own', '{"artifacts": {"S": {"environment": "moon", "properties": {"templateFile": "S.template.json"}}}}'],
  ])('is not known, and nothing is said of it, where the manifest %s', (_, text) => {
    const templates = imageOfVirginia('faulty', 'eu-west-1');
    const manifest = join(FOLDER, 'faulty', 'manifest.json');
    if (text === undefined) rmSync(manifest);
    else writeFileSync(manifest, text);
    expect(judge(templates)).toMatchObject({ stderr: '' });
    expect(unreachable(templates)).toEqual([]);
  });
});
