import { App, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { CDK_INIT_FLAGS, FLAG_SETS } from './guardrails/cdk-init-flags';
import { SHAPES } from './shapes';
import { ENVIRONMENT, givenIn } from './shapes-given';

/** Where a service and what it shares may stand in an app. */
const FORMS: Readonly<Record<string, (app: App) => readonly [stack: Stack, platform: Stack]>> = {
  'two stacks': app => [new Stack(app, 'Shop', ENVIRONMENT), new Stack(app, 'Platform', ENVIRONMENT)],
  'two nested stacks': app => {
    const parent = new Stack(app, 'Parent', ENVIRONMENT);
    return [new NestedStack(parent, 'Shop'), new NestedStack(parent, 'Platform')];
  },
  'two stacks of a stage': app => {
    const stage = new Stage(app, 'Prod', ENVIRONMENT);
    return [new Stack(stage, 'Shop'), new Stack(stage, 'Platform')];
  },
};

/** What a flag changes shows in two stacks; nested ones and those of a stage add paths and names alone. */
const CASES = Object.keys(FORMS).flatMap(form => Object.entries(FLAG_SETS)
  .filter(([, context]) => context === CDK_INIT_FLAGS || form === 'two stacks').map(([flags, context]) => [form, flags, context] as const));

describe.each(CASES)('in %s, with %s,', (form, _, context) => {
  test.each(Object.keys(SHAPES))('%s is synthesized, and the guardrails find no error', name => {
    const app = new App({ context, treeMetadata: false });
    SHAPES[name](givenIn(...FORMS[form](app)));
    expect(() => app.synth()).not.toThrow();
  });
});
