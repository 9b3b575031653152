import { withCopilotWhole } from '../../../src/evidence/text/copilot';
import { namesInText } from '../../../src/evidence/text/names-in-text';
import { readPlainText } from '../../../src/evidence/text/read-plain-text';

const ARN = 'arn:aws:elasticloadbalancing:eu-north-1:111122223333:targetgroup/shop-Targe-1A2B3C4D5E6F/0123456789abcdef';
const EVENTS = [
  `(service shop-test-checkout-Service-Ab1Cd2Ef3Gh4) (port 8080) is unhealthy in (target-group ${ARN}) due to (reason Request timed out).`,
  '(service shop-test-checkout-Service-Ab1Cd2Ef3Gh4) (deployment ecs-svc/1234567890123456789) deployment failed: tasks failed to start.',
  '(service shop-test-checkout-Service-Ab1Cd2Ef3Gh4) (task 0b0c11fa47b04ed0a669fa3ce6345afa) failed container health checks.',
];

/** The lines of a message as Copilot prints them: broken at a width, blanks at the end for the table beside it. */
function broken(message: string, width: number): readonly string[] {
  const pieces = message.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
  return pieces.map((piece, index) => `      ${index === 0 ? '- ' : '  '}${piece}${' '.repeat(30)}`);
}

const progress = (width: number): string => [
  '  - An ECS service to run and maintain your tasks in the environment cluster  [update failed]  [312.4s]',
  '    Deployments                                                         ',
  '               Revision  Rollout   Desired  Running  Failed  Pending    ',
  '      PRIMARY  7         [failed]  2        0        4       0          ',
  '                                                                        ',
  '    ✘ Latest 3 failure events                                           ',
  ...EVENTS.flatMap(event => broken(event, width)),
  '  - A target group to connect the load balancer to your service           [not started]',
].join('\n');

describe.each([70, 71, 64, 52])('what Copilot breaks at %d signs', width => {
  test('is whole again, in the words of ECS', () => {
    const lines = withCopilotWhole(progress(width).split('\n')).map(line => line.trim());
    expect(lines).toEqual(expect.arrayContaining(EVENTS.map(event => `- ${event}`)));
  });

  test('names what it names, and nothing that is cut', () => {
    expect(namesInText(progress(width))).toMatchObject({ targetGroupArn: ARN, task: '0b0c11fa47b04ed0a669fa3ce6345afa', port: '8080' });
  });

  test('is read as the events of the service', () => {
    expect(readPlainText(progress(width), () => false)).toMatchObject({ form: 'events of a service', values: [{ serviceEvents: EVENTS }] });
  });
});

test('the words of CloudFormation below a resource are one message', () => {
  const words = 'Resource handler returned message: "Error occurred during operation \'ECS Deployment Circuit Breaker was triggered\'." '
    + '(RequestToken: 00000000-1111-2222-3333-444444444444, HandlerErrorCode: GeneralServiceException)';
  const lines = ['  - An ECS service to run your tasks  [create failed]  [67.1s]', ...broken(words, 70).map(line => line.replace('- ', '').replace(/^ {6,8}/, '    '))];
  expect(withCopilotWhole(lines).at(-1)?.trim()).toBe(words);
});

test('a text without the progress of Copilot stays as it is', () => {
  const lines = ['- (service web) has started 1 tasks: (task 1).', '  the next line'];
  expect(withCopilotWhole(lines)).toBe(lines);
});
