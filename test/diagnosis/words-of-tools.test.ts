import { evidenceOf } from './evidence-of';
import { diagnose } from '../../src/diagnosis/diagnose';

test.each([
  "Error: waiting for ECS Service (web) create: timeout while waiting for state to become 'tfSTABLE' (last state: 'tfPENDING', timeout: 20m0s)",
  'Waiter ServicesStable failed: Max attempts exceeded',
])('how long a tool waits points to no cause of a task: %s', reason => {
  const { cause, alternatives } = diagnose(evidenceOf({ change: { kind: 'deployment', eventType: 'ERROR', reason } }));
  expect([cause, ...alternatives.map(one => one.cause)].filter(one => !/^(?:unknown|deploy\/)/.test(one))).toEqual([]);
});

test.each(['sh: 0: cannot open /app/start.sh: No such file', "sh: 0: Can't open docker-entrypoint.sh"])('a script that the shell cannot open is not there: %s', line => {
  expect(diagnose(evidenceOf({ logTail: [line] })).cause).toBe('start/command-not-found');
});
