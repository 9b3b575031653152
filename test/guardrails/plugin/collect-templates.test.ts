import { App, Aws, CfnElement, CfnMapping, CfnResource, Fn, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Templates } from '../../../src/facts/template/templates';
import { collectTemplates } from '../../../src/guardrails/plugin/collect-templates';

const IRELAND = { region: 'eu-west-1', account: '111122223333' };

const app = new App();
const shared = new Stack(app, 'Shared', { env: IRELAND });
const vpc = new ec2.CfnVPC(shared, 'Vpc', { cidrBlock: '10.0.0.0/16' });
vpc.addPropertyOverride('EnableDnsSupport', false);

const user = new Stack(app, 'User', { env: IRELAND });
new CfnResource(user, 'AcrossStacks', { type: 'Test::AcrossStacks', properties: { vpc: vpc.ref } });
new CfnMapping(user, 'Sizes', { mapping: { 'eu-west-1': { cpu: 512 }, 'us-east-1': { cpu: 256 } } });
new CfnResource(user, 'Here', { type: 'Test::Here', properties: { cpu: Fn.findInMap('Sizes', Aws.REGION, 'cpu') } });
new CfnResource(new NestedStack(user, 'Nested'), 'AcrossAll', { type: 'Test::AcrossAll', properties: { vpc: vpc.ref } });

new CfnResource(new Stack(new Stage(app, 'Prod'), 'InStage'), 'Thing', { type: 'Test::InStage' });

/** Writes resources into the template that are no constructs. */
class Fragment extends CfnElement {
  public _toCloudFormation(): object {
    return { Resources: { Raw: { Type: 'Test::Raw' } } };
  }
}
new Fragment(user, 'Fragment');

let templates: Templates;
beforeAll(() => {
  app.synth();
  templates = new Templates(collectTemplates(app));
});

test('what an override changed is read as CloudFormation gets it', () => {
  expect(templates.ofType('AWS::EC2::VPC')[0].properties.EnableDnsSupport).toBe(false);
});

test('a reference is followed from stack to stack and into nested stacks', () => {
  for (const type of ['Test::AcrossStacks', 'Test::AcrossAll']) expect(templates.referred(templates.ofType(type)[0].properties.vpc)?.path).toBe('Shared/Vpc');
});

test('a stack that says where it is deployed finds the entry of its Region in a map', () => {
  expect(templates.ofType('Test::Here')[0].properties.cpu).toBe(512);
});

test('stacks of a stage are read, too', () => {
  expect(templates.ofType('Test::InStage')[0]).toMatchObject({ path: 'Prod/InStage/Thing', logicalId: 'Thing' });
});

test('a resource is known by the path of its construct, also in a nested stack', () => {
  expect(templates.ofType('Test::AcrossAll')[0].path).toBe('User/Nested/AcrossAll');
});

test('a resource without a construct is known to be in its stack', () => {
  expect(templates.ofType('Test::Raw')[0].path).toBe('User/Raw');
});
