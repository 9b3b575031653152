import { rmSync } from 'node:fs';
import { App, type IPolicyValidationContext, Stack } from 'aws-cdk-lib';
import type { TemplateResource } from '../../../src/facts/template/template-source';
import { findJudged, judgeDeclared } from '../../../src/guardrails/judge-declared';
import { judgeServices } from '../../../src/guardrails/plugin/judge-services';
import { templatesOf } from '../../facts/templates-of';

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

test('a service that nobody can read is an error that names it', () => {
  const hostile: TemplateResource = {
    Type: 'AWS::ECS::Service',
    get Properties(): never {
      throw new Error('nobody reads me');
    },
  };
  const templates = templatesOf({ Hostile: hostile });
  expect(findJudged(templates, []).flatMap(judged => judgeDeclared(templates, judged))).toMatchObject([
    { rule: { id: 'not-judged', level: 'error' }, at: { logicalId: 'Hostile' }, seen: expect.stringContaining('nobody reads me') },
  ]);
});
