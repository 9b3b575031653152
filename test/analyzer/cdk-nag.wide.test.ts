import { App, Stack } from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { service, shop } from './shop';
import { StopSeverity } from '../../src/analyzer/resources/stop-severity';
import { ServiceDashboard, StopAnalyzer, StopAnalyzerDashboard, type StopAnalyzerProps, StopEvidence, StopForwarder } from '../../src/index';
import { behindHttps, declareIn, newStack } from '../service/declare';

/** Everything that an analyzer can be told to send to, and to read. */
const everything = (stack: Stack): StopAnalyzerProps => ({
  chatTopic: new Topic(stack, 'Chat', { enforceSSL: true }),
  alarmActions: [new SnsAction(new Topic(stack, 'OtherTopic', { enforceSSL: true }))],
  notify: [StopSeverity.FAILURE, StopSeverity.NOTICE, StopSeverity.BENIGN],
  evidence: StopEvidence.ALL,
});

/** Its constructs, by what they watch. */
const ANALYZERS: Readonly<Record<string, () => readonly (StopAnalyzer | StopForwarder | StopAnalyzerDashboard | ServiceDashboard)[]>> = {
  'a service, with dashboards and a widget': () => {
    const stack = newStack();
    const web = declareIn(stack, behindHttps(stack));
    const analyzer = web.stopAnalyzer as StopAnalyzer;
    return [analyzer, new ServiceDashboard(stack, 'Service', { service: web }), new StopAnalyzerDashboard(stack, 'Stops', { analyzer })];
  },
  'a service, with every sink': () => {
    const { stack, cluster } = shop();
    const web = service(stack, 'Web', cluster);
    const analyzer = new StopAnalyzer(stack, 'StopAnalyzer', { ...everything(stack), services: [web] });
    return [analyzer, new StopAnalyzerDashboard(stack, 'Stops', { analyzer })];
  },
  'a cluster': () => {
    const { stack, cluster } = shop();
    return [new StopAnalyzer(stack, 'StopAnalyzer', { ...everything(stack), cluster })];
  },
  'an account and its members': () => {
    const stack = new Stack(new App(), 'Central');
    const eventBus = new EventBus(stack, 'Stops');
    return [
      new StopAnalyzer(stack, 'StopAnalyzer', { ...everything(stack), eventBus, memberAccounts: ['111122223333'] }),
      new StopForwarder(stack, 'StopForwarder', { eventBus }),
    ];
  },
};

describe.each(Object.entries(ANALYZERS))('of the analyzer of %s', (_subject, declare) => {
  const constructs = declare();
  beforeAll(() => void (constructs[0].node.root as App).synth());

  test.each([new AwsSolutionsChecks(), new ServerlessChecks()])('cdk-nag finds nothing that is not explained: $constructor.name', pack => {
    expect(constructs.flatMap(construct => pack.validateScope(construct).violations)).toEqual([]);
  });
});
