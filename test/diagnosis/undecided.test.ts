import { evidenceOfSighting } from './sighting';
import { diagnose } from '../../src/diagnosis/diagnose';
import type { Sighting } from '../../src/diagnosis/model/signature';

function named(seen: Sighting): readonly string[] {
  const { cause, alternatives } = diagnose(evidenceOfSighting(seen));
  return [cause, ...alternatives.map(alternative => alternative.cause)];
}

test('a program that ended with 1 and left no log may lack a setting or not reach a service', () => {
  expect(named({ exitCode: 1, stoppedReason: 'Essential container in task exited' })).toEqual(['exit/application-error', 'app/missing-config', 'app/dependency-unreachable']);
});

test('with a log, nothing is guessed beside it', () => {
  expect(named({ exitCode: 1, log: ['bye'] })).toEqual(['exit/application-error']);
});

test('a failed check of the load balancer that nobody explains may be a door that is shut or a start that takes longer than it may', () => {
  expect(named({ stoppedReason: 'Task failed ELB health checks in (target-group web)' })).toEqual(['health/elb', 'health/elb-timeout', 'health/elb-slow-start']);
});

test('a task that answered the load balancer before it was given up may have been late, and nothing else is guessed', () => {
  const answer = '10.0.1.7 - - [01/May/2024:10:00:00 +0000] "GET /health HTTP/1.1" 200 2 "-" "ELB-HealthChecker/2.0"';
  expect(named({ stoppedReason: 'Task failed ELB health checks in (target-group web)', log: [answer] })).toEqual(['health/elb', 'health/elb-slow-start']);
});

test('where an event names the code, nothing else is guessed', () => {
  const unhealthy = '(service web) (port 80) is unhealthy in (target-group web) due to (reason Health checks failed with these codes: [302]).';
  expect(named({ stoppedReason: 'Task failed ELB health checks in (target-group web)', serviceEvent: unhealthy })).toEqual(['health/elb-redirect', 'health/elb']);
});

test('a message about secrets that is cut before its reason may mean the network, a permission or a missing secret', () => {
  expect(named({ stoppedReason: 'ResourceInitializationError: unable to pull secrets or registry auth' }).slice(0, 3)).toEqual(['init/network', 'init/secret-permission', 'init/secret-not-found']);
});
