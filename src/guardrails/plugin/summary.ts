import { type PolicyViolation, Stack, Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Finding } from '../evaluate';
import { counted, countedByClass, countedByLevel } from '../findings-in-words';

/** The id under which the CDK prints how many findings there are. */
export const SUMMARY_ID = 'summary';

/** So many findings fit on a screen and need no summary. */
const ON_ONE_SCREEN = 10;

/** How many findings there are of each class and rule, as information, which the CDK prints last. */
export function summaryOf(open: readonly Finding[], baselined: number, app: IConstruct): readonly PolicyViolation[] {
  if (open.length <= ON_ONE_SCREEN && baselined === 0) return [];
  const constructPath = stackPathIn(app);
  const inBaseline = baselined === 0 ? '' : `, besides ${counted(baselined, 'finding')} in the baseline`;
  return [{
    ruleName: SUMMARY_ID,
    description: [`Guardrails found ${countedByLevel(open)}${inBaseline}`, ...countedByClass(open)].join('\n   '),
    severity: 'info',
    violatingResources: [{ constructPath, locations: [] }],
  }];
}

/** The CDK selects the stacks of the app itself by default, and not those of its stages. */
function stackPathIn(app: IConstruct): string {
  const stacks = app.node.findAll().filter(Stack.isStack);
  return (stacks.find(stack => Stage.of(stack) === app) ?? stacks[0]).node.path;
}
