import { startUpAsText } from '../../src/cli/doctor/start-up-text';

test('the points of failed health checks stand below the steps of the start, each with its evidence', () => {
  expect(startUpAsText({
    steps: [{ step: 'container', state: 'proven', evidence: "container 'app' started" }],
    healthPoints: [
      { point: 'path', state: 'failed', evidence: 'the load balancer expects 200 from /, but got codes: [503]' },
      { point: 'grace period', state: 'not known', evidence: 'nothing shows it' },
    ],
    gaps: [],
  })).toBe([
    "[x]  container  proven  container 'app' started",
    '',
    'Health checks of the load balancer:',
    '[!]  path          failed     the load balancer expects 200 from /, but got codes: [503]',
    '[?]  grace period  not known  nothing shows it',
  ].join('\n'));
});

test('a task that stopped for another reason has no such points', () => {
  expect(startUpAsText({ steps: [{ step: 'image', state: 'failed', evidence: 'it is gone' }], healthPoints: [], gaps: [] })).toBe('[!]  image  failed  it is gone');
});
