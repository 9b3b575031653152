import { type PolicyViolation, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Finding } from '../evaluate';
import { countedByClass, countedByLevel } from '../findings-in-words';

/** The id under which the CDK prints how many findings there are. */
export const SUMMARY_ID = 'summary';

/** So many findings fit on a screen and need no summary. */
const ON_ONE_SCREEN = 10;

/** How many findings there are of each class and rule, as information, which the CDK prints last. */
export function summaryOf(open: readonly Finding[], app: IConstruct): readonly PolicyViolation[] {
  if (open.length <= ON_ONE_SCREEN) return [];
  // The CDK selects a stack directly below the app by default.
  const constructPath = app.node.children.find(Stack.isStack)?.node.path ?? open[0].at.path;
  return [{
    ruleName: SUMMARY_ID,
    description: [`Guardrails found ${countedByLevel(open)}`, ...countedByClass(open)].join('\n   '),
    severity: 'info',
    violatingResources: [{ constructPath, locations: [] }],
  }];
}
