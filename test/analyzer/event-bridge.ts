import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';

const EVENT = '<aws.events.event.json>';

/** The input templates of the rules of a stack that are about events of ECS, by the name of the rule; none where a rule hands over the event as it is. */
export function inputTemplates(stack: Stack): Readonly<Record<string, string | undefined>> {
  const rules = Object.entries(Template.fromStack(stack).findResources('AWS::Events::Rule', { Properties: { EventPattern: { source: ['aws.ecs'] } } }));
  return Object.fromEntries(rules.map(([id, { Properties }]) => [id, Properties.Targets[0].InputTransformer?.InputTemplate]));
}

/**
 * What EventBridge hands to a target: the event, as JSON that it does not escape, in the place that the template names.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 */
export function handedOver(event: unknown, template = EVENT): string {
  const [before, after, ...more] = template.split(EVENT);
  // Any other angle bracket would be read as the beginning of a variable that nobody defined.
  if (more.length > 0 || /[<>]/.test(before + after)) throw new Error(`EventBridge refuses the template ${template}`);
  return `${before}${JSON.stringify(event)}${after}`;
}
