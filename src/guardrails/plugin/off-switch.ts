import { type IPolicyValidationContext, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Finding } from '../evaluate';
import type { Words } from '../model/rule';

/** The context key with which unit tests of a user's own switch all guardrails off. */
const OFF_SWITCH = 'hardened-fargate:guardrails';

/** Whether an app is not to be judged at all. */
export const isSwitchedOff = (app: IConstruct): boolean => app.node.tryGetContext(OFF_SWITCH) === 'off';

/** What is reported while nobody judges: a switch that stays in `cdk.json` would let everything through unseen. */
export const SWITCHED_OFF: Words = {
  id: 'guardrails-off',
  title: 'The guardrails should check every synthesis.',
  why: 'While the guardrails are off, unsafe services pass without a finding.',
  fix: `Remove '${OFF_SWITCH}' from cdk.json, the context of the app, and the command line. It is for unit tests.`,
  see: [],
  prevents: [],
};

/** Says once for an app that it is not judged; a stack directly below the app is one that the CDK selects by itself. */
export function switchedOff({ appConstruct, stackTemplates }: IPolicyValidationContext): Finding {
  const topmost = appConstruct.node.children.filter(Stack.isStack).map(({ node }) => node.path);
  const [path] = [...topmost, ...stackTemplates.map(({ stackConstructPath }) => stackConstructPath)];
  return { rule: SWITCHED_OFF, level: 'warning', at: { path, property: '' }, seen: `the context '${OFF_SWITCH}' is off` };
}
