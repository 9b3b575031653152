import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findingsIn, judge, printedIn } from './judge';
import { file, FOLDER, hardenedFargate } from './run-cli';
import { handWrittenTemplate } from '../guardrails/corpus/sound/hand-written-template';
import { patched } from '../guardrails/patched';

/** The hand-written template with one thing changed. */
const worker = (patch: object = {}): unknown => patched(handWrittenTemplate(), { Resources: patch });

const PRIVILEGED = { Task: { Properties: { ContainerDefinitions: { Privileged: true } } } };

describe('a sound template', () => {
  test('passes', () => {
    expect(judge([file('worker.json', worker())])).toEqual({ status: 0, stdout: 'No errors or warnings in 1 service.\n', stderr: '' });
  });

  test('is read from standard input, too', () => {
    expect(hardenedFargate(['guardrails', '--template', '-', '--json'], { input: JSON.stringify(worker()) })).toMatchObject({ status: 0, stdout: expect.stringContaining('"findings": []'), stderr: '' });
  });

  test('without anything to judge says so', () => {
    expect(judge([file('empty.json', { Resources: {} })])).toMatchObject({ status: 0, stdout: expect.stringContaining('so nothing was checked') });
  });
});

describe('a template with a fault', () => {
  test('fails, and says which rule is broken where, why that matters and how to mend it', () => {
    const { status, stdout } = judge([file('privileged.json', worker(PRIVILEGED))]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^error fargate-supports-parameters \(refused\)\n/);
    expect(stdout).toContain('\n  - privileged.json › Task › Properties.ContainerDefinitions');
    expect(stdout).toContain('To fix it: ');
    expect(stdout).toContain('1 error in 1 service.');
  });

  test('tells each rule once, however many places break it', () => {
    const files = ['a.json', 'b.json'].map(name => file(name, worker(PRIVILEGED)));
    const { stdout } = judge(files);
    expect(stdout.match(/^error fargate-supports-parameters/gm)).toHaveLength(1);
    expect(stdout.match(/^ {2}- [ab]\.json › Task › /gm)).toHaveLength(2);
    expect(stdout).toContain('refused: 2 × fargate-supports-parameters\n2 errors in 2 services.');
  });

  test('is told to programs with its rule, place and level', () => {
    expect(findingsIn(file('privileged.json', worker(PRIVILEGED)))).toMatchObject([
      { rule: 'fargate-supports-parameters', level: 'error', template: 'privileged.json', logicalId: 'Task', when: null },
    ]);
  });

  test('of a warning only passes', () => {
    const untagged = worker({ Service: { Properties: { PropagateTags: 'NONE' } } });
    expect(judge([file('untagged.json', untagged)])).toMatchObject({ status: 0, stdout: expect.stringContaining('1 warning in 1 service.') });
  });

  test('in one case only says in which', () => {
    const template = worker({ Service: { Properties: { DesiredCount: { 'Fn::If': ['IsProduction', 2, 1] } } } });
    const Conditions = { IsProduction: { 'Fn::Equals': [{ Ref: 'Stage' }, 'production'] } };
    const stages = file('stages.json', { ...template as object, Parameters: { Stage: { Type: 'String' } }, Conditions });
    expect(findingsIn(stages)).toMatchObject([{ rule: 'spare-task', when: "when condition 'IsProduction' is false" }]);
  });

  test('in a task that no service runs is found as well', () => {
    const { Service, ...others } = handWrittenTemplate().Resources;
    expect(Service).toBeDefined();
    expect(findingsIn(file('task.json', patched({ Resources: others }, { Resources: PRIVILEGED })))).toMatchObject([{ rule: 'fargate-supports-parameters' }]);
  });
});

test('a template in YAML may use the short tags of CloudFormation', () => {
  const yaml = `
Parameters:
  Stage: {Type: String}
Conditions:
  IsProduction: !Not [!Equals [!Ref Stage, test]]
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: 2012-10-17
        Statement: [{Effect: Allow, Principal: {Service: ecs-tasks.amazonaws.com}, Action: sts:AssumeRole}]
      ManagedPolicyArns: [!Sub 'arn:\${AWS::Partition}:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy']
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      RequiresCompatibilities: [FARGATE]
      NetworkMode: awsvpc
      Cpu: !If [IsProduction, 1024, 256]
      Memory: 512
      ExecutionRoleArn: !GetAtt Role.Arn
      ContainerDefinitions:
        - Name: app
          Image: !Join ['', [!Ref AWS::AccountId, .dkr.ecr., !Ref AWS::Region, '.amazonaws.com/worker:1.4.2']]
`;
  const sizes = findingsIn(file('task.yaml', yaml)).filter(({ rule }) => rule === 'fargate-task-size');
  expect(sizes).toMatchObject([{ template: 'task.yaml', logicalId: 'Task', when: "when condition 'IsProduction' is true" }]);
});

describe('what cannot be read is named with its place', () => {
  test.each([
    ['a file that is not there', undefined, 'bad.json: no such file; check its name and its folder'],
    ['JSON that breaks off', '{"Resources": {', 'bad.json:1:16: not JSON: it ends too early'],
    ['YAML that is indented by tabs', 'Resources:\n\tA: 1', 'bad.json:2:1: not YAML: tabs are not allowed as indentation'],
    ['a tag that CloudFormation does not have', 'Resources:\n  A: !Reff B', 'bad.json:2:6: not YAML: unresolved tag: !Reff'],
    ['something else than a template', '{"tasks": []}', 'bad.json: not a CloudFormation template: it has no Resources'],
    ['a text', 'hello', 'bad.json: not a CloudFormation template: it has no Resources'],
    ['a resource without a type', '{"Resources": {"A": {}}}', 'bad.json: Resources.A has no Type'],
    ['a resource that is a text', '{"Resources": {"A": "B"}}', 'bad.json: Resources.A is not a map'],
    ['properties that are a list', '{"Resources": {"A": {"Type": "X", "Properties": []}}}', 'bad.json: Resources.A.Properties is not a map'],
  ])('%s', (_what, text, message) => {
    const name = text === undefined ? 'missing.json' : file('bad.json', text);
    expect(judge([name])).toMatchObject({ status: 2, stderr: `${message.replace('bad.json', name)}\n` });
  });

  test('and takes no other template with it', () => {
    const { status, stdout, stderr } = judge([file('bad.json', '{'), file('privileged.json', worker(PRIVILEGED))], '--json');
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'bad.json:1:2: not JSON: it ends too early\n' });
    expect(JSON.parse(stdout)).toMatchObject({ findings: [{ rule: 'fargate-supports-parameters' }] });
  });

  test('nor does what a macro makes at deployment', () => {
    const macro = file('macro.json', { Resources: { ...(worker() as { Resources: object }).Resources, 'Fn::ForEach::Services': ['X', ['a'], {}] } });
    const { status, stdout } = judge([macro]);
    expect(status).toBe(2);
    expect(stdout).toContain("- macro.json › Resources.Fn::ForEach::Services\n    Not checked: 'Fn::ForEach::Services' is expanded at deployment");
    expect(stdout).toContain('Not checked: 1.');
  });

  test('nor is a service elsewhere than on Fargate counted as judged', () => {
    const instances = file('instances.json', { Resources: { Web: { Type: 'AWS::ECS::Service', Properties: { LaunchType: 'EC2' } } } });
    const { status, stdout } = judge([instances]);
    expect(status).toBe(0);
    expect(stdout).toContain('Not checked: its launch type is EC2');
    expect(stdout).toContain('No service or task for Fargate was found, so nothing was checked. Not checked: 1.');
  });

  test('a stack without resources holds nothing to judge, which is no fault', () => {
    const empty = file('empty.template.json', { Parameters: { BootstrapVersion: { Type: 'String' } } });
    expect(judge([empty])).toMatchObject({ status: 0, stderr: '' });
  });

  test('findings are not printed as markdown', () => {
    expect(judge([file('worker.json', worker())], '--format', 'markdown')).toMatchObject({ status: 2, stderr: expect.stringMatching(/^error: --format markdown/) });
  });
});

describe('for programs, the command prints', () => {
  test('how much was judged, and what was not, with the reason', () => {
    const modular = file('module.json', { Resources: { ...(worker() as { Resources: object }).Resources, Web: { Type: 'Shop::Web::Service::MODULE' } } });
    expect(printedIn([modular])).toMatchObject({
      schemaVersion: '1',
      judged: 1,
      findings: [],
      notJudged: [{ rule: 'not-judged', template: 'module.json', logicalId: 'Web', because: 'the resources of a module are known only at deployment' }],
      baseline: { known: 0, stale: [] },
    });
  });

  test('how many findings the baseline records, and what it records for nothing', () => {
    const old = file('counted.json', worker(PRIVILEGED));
    judge([old], '--write-baseline', 'counted-baseline.json');
    expect(printedIn([old], '--baseline', 'counted-baseline.json')).toMatchObject({ findings: [], baseline: { known: 1, stale: [] } });
    const mended = file('counted.json', worker());
    expect(printedIn([mended], '--baseline', 'counted-baseline.json'))
      .toMatchObject({ findings: [], baseline: { known: 0, stale: [{ rule: 'fargate-supports-parameters', at: 'counted.json#Task' }] } });
  });
});

describe('with a baseline', () => {
  test('the findings that it records stop nothing, and new ones do', () => {
    const old = file('old.json', worker(PRIVILEGED));
    expect(judge([old], '--write-baseline', 'known.json')).toMatchObject({ status: 0, stdout: 'No errors or warnings in 1 service. In the baseline: 1.\n' });
    expect(judge([old], '--baseline', 'known.json')).toMatchObject({ status: 0, stderr: '' });
    expect(judge([old, file('new.json', worker(PRIVILEGED))], '--baseline', 'known.json'))
      .toMatchObject({ status: 1, stdout: expect.stringContaining('- new.json › Task') });
  });

  test('an entry whose finding is gone is named', () => {
    judge([file('fixed.json', worker(PRIVILEGED))], '--write-baseline', 'stale.json');
    expect(judge([file('fixed.json', worker())], '--baseline', 'stale.json'))
      .toMatchObject({ status: 0, stderr: 'the baseline has an entry that matches no finding: fargate-supports-parameters at fixed.json#Task\n' });
  });

  test('that is not there, the way to write it is told, and every finding counts', () => {
    expect(judge([file('worker.json', worker())], '--baseline', 'none.json'))
      .toMatchObject({ status: 2, stderr: 'none.json: no such file; write it with --write-baseline none.json\n' });
    expect(judge([file('old.json', worker(PRIVILEGED))], '--baseline', 'none.json').stdout).toContain('1 error in 1 service.');
  });

  test.each([
    ['JSON of something else', '{"name": "shop"}'],
    ['a text', 'FROM node:24'],
  ])('that is %s, nothing advises to write it, and it is not overwritten', (_what, content) => {
    const [template, other] = [file('worker.json', worker()), file('other.json', content)];
    const { status, stderr } = judge([template], '--baseline', other);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^other\.json: not a baseline: .*; check its name\n$/);
    expect(judge([template], '--write-baseline', other))
      .toMatchObject({ status: 2, stderr: 'other.json: is not written, because a file of this name exists and is not a baseline; name another file\n' });
    expect(readFileSync(join(FOLDER, other), 'utf8')).toBe(content);
  });

  test('an older one is replaced, and so is an empty file', () => {
    for (const name of [file('older.json', { schemaVersion: '1', findings: [] }), file('empty.json', '')]) {
      expect(judge([file('old.json', worker(PRIVILEGED))], '--write-baseline', name)).toMatchObject({ status: 0, stderr: '' });
      expect(judge([file('old.json', worker(PRIVILEGED))], '--baseline', name).status).toBe(0);
    }
  });
});
