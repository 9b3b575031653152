import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type IPolicyValidationContext, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { TemplateResource } from '../../../src/facts/template/source/template-source';
import { findJudged, judgeDeclared } from '../../../src/guardrails/judge-declared';
import { FargateGuardrails } from '../../../src/guardrails/plugin/fargate-guardrails';
import { judgeServices } from '../../../src/guardrails/plugin/judge-services';
import { judgeByGuardrails } from '../../../src/guardrails/plugin/register-guardrails';
import { templatesOf } from '../../facts/templates-of';
import { faults, type Judgement, judgementOf } from '../judged';
import { PlainService } from '../plain-service';

/** What the CDK would say to a plugin after an app was synthesized. */
function contextOf(app: App): IPolicyValidationContext {
  const stackTemplates = app.synth().stacks.map(({ hierarchicalId, templateFullPath }) =>
    ({ stackConstructPath: hierarchicalId, templatePath: templateFullPath, account: undefined, accountId: undefined, region: undefined }));
  return { appConstruct: app, stackTemplates, templatePaths: stackTemplates.map(({ templatePath }) => templatePath) };
}

test('templates that cannot be read are an error at every stack that was asked about', () => {
  const app = new App();
  new Stack(app, 'S');
  const context = contextOf(app);
  context.templatePaths.forEach(path => rmSync(path));
  const { success, violations } = judgeServices(context, () => true);
  expect(success).toBe(false);
  expect(violations).toMatchObject([{ ruleName: 'not-judged', severity: 'error', violatingResources: [{ constructPath: 'S' }] }]);
  expect(violations[0].description).toContain('could not be read');
});

test('guardrails that break down before they judge fail the synthesis', () => {
  const app = new App();
  new Stack(app, 'S');
  const { stackTemplates } = contextOf(app);
  const hostile: IPolicyValidationContext = {
    stackTemplates,
    templatePaths: [],
    get appConstruct(): never {
      throw new Error('there is no app');
    },
  };
  const { success, violations } = new FargateGuardrails().validate(hostile);
  expect(success).toBe(false);
  expect(violations).toMatchObject([{ ruleName: 'not-judged', severity: 'error', violatingResources: [{ constructPath: 'S' }] }]);
  expect(violations[0].description).toContain('there is no app');
});

describe('the context that switches the guardrails off', () => {
  const off = (register: (app: App) => void): Judgement => {
    const app = new App({ context: { 'hardened-fargate:guardrails': 'off' } });
    register(app);
    const stack = new Stack(app, 'S');
    new PlainService(stack, 'Plain', { vpc: new ec2.Vpc(stack, 'Vpc'), service: { circuitBreaker: undefined } });
    return judgementOf(app);
  };
  const SAYS_SO = { conclusion: 'success', violations: [{ ruleName: 'guardrails-off', severity: 'warning' }] };

  test('lets everything through, and says so once however many registrations there are', () => {
    const judgement = off(app => [1, 2].forEach(() => FargateGuardrails.register(app)));
    expect(judgement).toMatchObject(SAYS_SO);
    expect(faults(judgement)).toEqual(['guardrails-off S']);
  });

  test('is told of an adopted service, too', () => {
    expect(off(judgeByGuardrails)).toMatchObject(SAYS_SO);
  });

  test('is written into the report', () => {
    const folder = mkdtempSync(join(tmpdir(), 'guardrails-'));
    const report = join(folder, 'report.json');
    off(app => FargateGuardrails.register(app, { report }));
    expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({ findings: [{ rule: 'guardrails-off', level: 'warning', path: 'S' }] });
    rmSync(folder, { recursive: true });
  });
});

test('a service that nobody can read is an error that names it', () => {
  const hostile: TemplateResource = {
    Type: 'AWS::ECS::Service',
    get Properties(): never {
      throw new Error('nobody reads me');
    },
  };
  const templates = templatesOf({ Hostile: hostile });
  expect(findJudged(templates).flatMap(judged => judgeDeclared(templates, judged, []))).toMatchObject([
    { rule: { id: 'not-judged' }, level: 'error', at: { logicalId: 'Hostile' }, seen: expect.stringContaining('nobody reads me') },
  ]);
});
