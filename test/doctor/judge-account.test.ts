import type { Condition } from '../../src/account/conditions';
import { judgeAccount } from '../../src/doctor/judge-account';
import { answersOf } from '../facts/account/answers-of';
import { synthesizedForAccount } from '../facts/account/synthesized-for-account';
import { REACHABILITY } from '../guardrails/corpus/bad/reachability';
import { HARDENED } from '../guardrails/corpus/sound/hardened';
import { SCALING } from '../guardrails/corpus/sound/scaling';

const NONE: ReadonlyMap<string, Condition> = new Map();

test('findings name what they are about by ids and ARNs of the account, and never by references of a template', () => {
  const services = REACHABILITY.slice(0, 12).flatMap(({ declare }) => judgeAccount(answersOf(synthesizedForAccount(declare)), NONE));
  const texts = services.flatMap(({ findings }) => findings.flatMap(({ seen, at }) => [seen, at.path]));
  expect(texts.length).toBeGreaterThan(10);
  expect(texts.filter(text => /\$\{|111122223333:eu-west-1\//.test(text))).toEqual([]);
  expect(texts.join('\n')).toMatch(/\b(?:subnet|vpce|sg|rtb)-0[0-9a-f]{12}\b/);
});

test('a sound service has no findings', () => {
  const [service] = judgeAccount(answersOf(synthesizedForAccount(SCALING[0].declare)), NONE);
  expect(service.findings).toEqual([]);
  expect(service.name).toMatch(/^Cluster\w+-\w+\/Service\w+-\w+$/);
});

test('what could not be read of a service makes no findings', () => {
  const answers = answersOf(synthesizedForAccount(SCALING[0].declare));
  const [service] = judgeAccount({ ...answers, vpcs: [], securityGroups: [], roles: [], taskDefinitions: [], logGroups: [], repositories: [] }, NONE);
  expect(service.findings).toEqual([]);
});

test('a service that HardenedFargateService made has no errors once it is deployed', () => {
  const [service] = judgeAccount(answersOf(synthesizedForAccount(HARDENED[0].declare)), NONE);
  expect(service.findings.filter(({ level }) => level === 'error')).toEqual([]);
});
