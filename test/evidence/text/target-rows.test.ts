import { ofTargets } from '../../../src/evidence/text/target-rows';

const targetsIn = (...lines: readonly string[]) => ofTargets(lines)?.values;
const row = (...cells: readonly string[]): string => cells.join('\t');

test('a target is read with its reason and its description', () => {
  expect(targetsIn(row('10.0.1.9', 'unhealthy', 'Target.Timeout', 'Request timed out'))).toEqual([{
    targetHealthDescriptions: [{
      target: { id: '10.0.1.9' }, targetHealth: { state: 'unhealthy', reason: 'Target.Timeout', description: 'Request timed out' },
    }],
  }]);
});

test.each([
  ['Health checks failed with these codes: [503]', 'Target.ResponseCodeMismatch'],
  ['Request timed out', 'Target.Timeout'],
  ['Health checks failed', 'Target.FailedHealthChecks'],
])('the console says %s where the API says %s', (description, reason) => {
  expect(targetsIn(row('i-0123456789abcdef0', 'Unhealthy', description)))
    .toMatchObject([{ targetHealthDescriptions: [{ target: { id: 'i-0123456789abcdef0' }, targetHealth: { state: 'unhealthy', reason, description } }] }]);
});

test('a reason alone is that of a target that is not healthy', () => {
  expect(targetsIn(row('10.0.1.9', 'Target.FailedHealthChecks')))
    .toMatchObject([{ targetHealthDescriptions: [{ targetHealth: { state: 'unhealthy', reason: 'Target.FailedHealthChecks' } }] }]);
});

test('words beside a reason describe it, whatever they are', () => {
  expect(targetsIn(row('10.0.1.9', 'Target.NotInUse', 'no listener forwards to it')))
    .toMatchObject([{ targetHealthDescriptions: [{ targetHealth: { description: 'no listener forwards to it' } }] }]);
});

test('a table of something else has no targets', () => {
  expect(targetsIn(row('10.0.1.9', 'running'), row('Request timed out', 'after 5 s'))).toBeUndefined();
});
