import { App, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { CDK_INIT_FLAGS } from './guardrails/cdk-init-flags';
import { SHAPES } from './shapes';
import { ENVIRONMENT, givenIn } from './shapes-given';

/** The forms of an app beside one stack, or two with a platform, in which every shape is synthesized by shapes.test.ts. */
const FORMS: Readonly<Record<string, (app: App) => readonly [stack: Stack, platform: Stack]>> = {
  'two nested stacks': app => {
    const parent = new Stack(app, 'Parent', ENVIRONMENT);
    return [new NestedStack(parent, 'Shop'), new NestedStack(parent, 'Platform')];
  },
  'two stacks of a stage': app => {
    const stage = new Stage(app, 'Prod', ENVIRONMENT);
    return [new Stack(stage, 'Shop'), new Stack(stage, 'Platform')];
  },
};

describe.each(Object.entries(FORMS))('in %s', (_, stacksOf) => {
  test.each(Object.keys(SHAPES))('%s is synthesized, and the guardrails find no error', name => {
    const app = new App({ context: CDK_INIT_FLAGS });
    SHAPES[name](givenIn(...stacksOf(app)));
    expect(() => app.synth()).not.toThrow();
  });
});
