import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { EventBus, type IEventBus } from 'aws-cdk-lib/aws-events';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { collectInto } from '../../src/analyzer/resources/stop-queues';

/** The warnings about rules of an app with so many rules, spread over some stacks of one account and Region. */
function warnings(rules: number, busOf: (stack: Stack) => IEventBus | undefined = () => undefined) {
  const app = new App();
  const stacks = Array.from({ length: 5 }, (_, index) => new Stack(app, `Stack${index}`));
  const places = stacks.map(stack => ({ stack, queue: new Queue(stack, 'Queue'), deadLetterQueue: new Queue(stack, 'Dead'), eventBus: busOf(stack) }));
  for (let index = 0; index < rules; index++) {
    const { stack, eventBus, ...queues } = places[index % places.length];
    collectInto(queues, stack, `Rule${index}`, { description: 'stops', eventPattern: { source: ['aws.ecs'] }, eventBus });
  }
  return stacks.flatMap(stack => Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('rules or more on the default event bus')));
}

test('near the 300 rules of the default event bus, synthesis warns once, and says what needs fewer', () => {
  const found = warnings(260);
  expect(found).toHaveLength(1);
  expect(found[0].entry.data).toMatch(/^stop analyzers have 250 rules or more on the default event bus of an account and Region, which holds 300; one StopAnalyzer for the account has two rules for all services/);
});

test('fewer rules need no warning, and neither do rules on another bus', () => {
  expect(warnings(249)).toEqual([]);
  expect(warnings(260, stack => new EventBus(stack, 'Bus'))).toEqual([]);
});
