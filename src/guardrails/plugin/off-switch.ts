import type { IConstruct } from 'constructs';

/** The context key with which unit tests of a user's own switch all guardrails off. */
const OFF_SWITCH = 'hardened-fargate:guardrails';

/** Whether an app is not to be judged at all. */
export const isSwitchedOff = (app: IConstruct): boolean => app.node.tryGetContext(OFF_SWITCH) === 'off';
