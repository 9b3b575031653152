import { healthCheckInWords, healthCheckOf } from '../../../src/diagnosis/clues/health-check';
import { evidenceOf } from '../evidence-of';

test('of a load balancer that nobody described nothing is said', () => expect(healthCheckInWords(evidenceOf({}))).toBeUndefined());

test('only what is known is said', () => {
  expect(healthCheckInWords(evidenceOf({ targetGroup: { path: '/', targets: [] } }))).toBe('/');
  expect(healthCheckInWords(evidenceOf({ targetGroup: { checkPort: 81, matcher: '200-299', targets: [] } }))).toBe('port 81, expects 200-299');
});

describe('the port that is checked', () => {
  const [checkPort, containerPort, registered, ofGroup] = [81, 82, 83, 84];
  const described = { port: ofGroup, targets: [{}, { port: registered }] };
  const port = (given: object, serviceSettings = {}) => healthCheckOf(evidenceOf({ targetGroup: { ...described, ...given }, serviceSettings })).port;

  test('is that of the check, of the service, of the target or of the group, in this order', () => {
    expect(port({ checkPort }, { containerPort })).toBe(checkPort);
    expect(port({}, { containerPort })).toBe(containerPort);
    expect(port({})).toBe(registered);
    expect(port({ targets: [] })).toBe(ofGroup);
  });
});
