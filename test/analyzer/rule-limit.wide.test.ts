import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { ContainerImage } from 'aws-cdk-lib/aws-ecs';
import { EventBus, type IEventBus, type Rule } from 'aws-cdk-lib/aws-events';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { collectInto } from '../../src/analyzer/resources/stop-queues';
import { HardenedFargateService, StopAnalysis, StopAnalyzer } from '../../src/index';

/** The warnings about rules of an app with so many rules, spread over some stacks of one account and Region. */
function warnings(
  count: number,
  busOf: (stack: Stack) => IEventBus | undefined = () => undefined,
  afterwards: (rules: readonly Rule[]) => void = () => undefined,
) {
  const app = new App();
  const stacks = Array.from({ length: 5 }, (_, index) => new Stack(app, `Stack${index}`));
  const places = stacks.map(stack => ({ stack, queue: new Queue(stack, 'Queue'), deadLetterQueue: new Queue(stack, 'Dead'), eventBus: busOf(stack) }));
  afterwards([...Array(count).keys()].map(index => {
    const { stack, eventBus, ...queues } = places[index % places.length];
    return collectInto(queues, stack, `Rule${index}`, { description: 'stops', eventPattern: { source: ['aws.ecs'] }, eventBus });
  }));
  return stacks.flatMap(stack => Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('rules or more on the default event bus')));
}

test('near the 300 rules of the default event bus, synthesis warns once, and says what needs fewer', () => {
  const found = warnings(260);
  expect(found).toHaveLength(1);
  expect(found[0].entry.data).toMatch(/^stop analyzers have 250 rules or more on the default event bus of one account and Region, but the quota is 300; declare one /);
});

test('what the warning says to declare needs two rules for the events of all services', () => {
  const [analyzerCode, propCode] = [...String(warnings(260)[0].entry.data).matchAll(/`([^`]+)`/g)].map(([, code]) => code);
  expect(analyzerCode).toBe("new StopAnalyzer(stack, 'StopAnalyzer')");
  expect(propCode).toBe('stopAnalysis: StopAnalysis.by(analyzer)');

  const app = new App();
  const [platform, ...shops] = ['Platform', 'Shop1', 'Shop2'].map(id => new Stack(app, id));
  const evaluated = (code: string, given: object): unknown => new Function(...Object.keys(given), `return ${code}`)(...Object.values(given));
  const analyzer = evaluated(analyzerCode, { StopAnalyzer, stack: platform });
  const prop = evaluated(`({ ${propCode} })`, { StopAnalysis, analyzer }) as { readonly stopAnalysis: StopAnalysis };
  const image = ContainerImage.fromRegistry('111122223333.dkr.ecr.eu-central-1.amazonaws.com/shop:1.2.3');
  for (const shop of shops) new HardenedFargateService(shop, 'Web', { image, ...prop });
  const rulesFrom = (stack: Stack) => Object.values(Template.fromStack(stack).findResources('AWS::Events::Rule'))
    .filter(({ Properties }) => (Properties as { EventPattern?: { source?: string[] } }).EventPattern?.source?.includes('aws.ecs'));
  expect(rulesFrom(platform)).toHaveLength(2);
  for (const shop of shops) expect(rulesFrom(shop).filter(({ Properties }) => JSON.stringify(Properties.Targets).includes('StopAnalyzer'))).toEqual([]);
});

test('fewer rules need no warning, and neither do rules on another bus', () => {
  expect(warnings(249)).toEqual([]);
  expect(warnings(260, stack => new EventBus(stack, 'Bus'))).toEqual([]);
});

test('rules that went again, because services share some, do not count', () => {
  expect(warnings(260, undefined, rules => rules.slice(0, 20).forEach(({ node }) => node.scope?.node.tryRemoveChild(node.id)))).toEqual([]);
});
