import fc from 'fast-check';
import { HARDENED_SERVICE } from './hardened-facts';
import { broken, isAlwaysKnown } from './patched';
import { UNKNOWN } from '../../src/facts/model/fact';
import type { ServiceFacts } from '../../src/facts/model/service';
import { CATALOGUE } from '../../src/guardrails/catalogue';
import { evaluate, type Finding } from '../../src/guardrails/evaluate';
import { NOT_JUDGED } from '../../src/guardrails/model/not-judged';
import { fuzz } from '../fuzz';

/** A change of the fact that a path of turns leads to; the turns are taken as far as there are facts. */
interface Mutation {
  readonly turns: readonly number[];
  readonly change: (fact: unknown, name: string) => unknown;
}

/** The hardened service, and the same with each of the counter-examples. */
const SERVICES: readonly ServiceFacts[] = [HARDENED_SERVICE, ...CATALOGUE.map(broken)];

/** The names of the facts that may be absent, because somewhere they are. */
const OPTIONAL = new Set(SERVICES.flatMap(service => absentIn(service)));

function absentIn(facts: unknown): readonly string[] {
  if (typeof facts !== 'object' || facts === null) return [];
  return Object.entries(facts).flatMap(([name, value]) => value === undefined ? [name] : absentIn(value));
}

/** A target group says of its container what the registration says. */
const isFixed = (facts: object, name: string): boolean =>
  isAlwaysKnown(facts, name) || (['containerName', 'containerPort'].includes(name) && 'targetType' in facts);

function mutated<T>(facts: T, { turns: [turn, ...others], change }: Mutation): T {
  if (typeof facts !== 'object' || facts === null || turn === undefined) return facts;
  const names = Object.keys(facts).filter(name => !isFixed(facts, name));
  if (names.length === 0) return facts;
  const name = names[turn % names.length];
  const fact = (facts as Record<string, unknown>)[name];
  const isLast = others.length === 0 || typeof fact !== 'object' || fact === null;
  const next = isLast && !Array.isArray(facts) ? change(fact, name) : mutated(fact, { turns: others, change });
  return (Array.isArray(facts) ? facts.map((item: unknown, index) => String(index) === name ? next : item) : { ...facts, [name]: next }) as T;
}

const TEXTS = ['', '0', 'a', '*', '${?}', '${S/Thing.Arn}', 'arn:aws:s3:::x', '0.0.0.0/0', '10.0.0.0/8', '::/0', 'DISABLED', '65536', '-1', 'é'];

/** Facts for which the reader has a fixed set of words, such as the store of a secret. */
const CLOSED: ReadonlySet<string> = new Set(['store', 'registry', 'target', 'type']);

/** Another value of the same kind, such as a template might hold. */
const another: fc.Arbitrary<Mutation['change']> = fc.record({
  text: fc.oneof(fc.constantFrom(...TEXTS), fc.string()),
  number: fc.oneof(fc.integer(), fc.constantFrom(0, -1, 0.5)),
  empties: fc.boolean(),
}).map(({ text, number, empties }) => (fact, name) => {
  if (typeof fact === 'string') return CLOSED.has(name) ? fact : text;
  if (typeof fact === 'number') return number;
  if (typeof fact === 'boolean') return !fact;
  return Array.isArray(fact) ? empties ? [] : [...fact, ...fact] : fact;
});

const dropped: Mutation['change'] = (fact, name) => OPTIONAL.has(name) ? undefined : fact;

const blurred: Mutation['change'] = () => UNKNOWN;

const mutations = (change: fc.Arbitrary<Mutation['change']>) =>
  fc.array(fc.record({ turns: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), change }), { minLength: 1, maxLength: 4 });

/** Some service that a template might describe. */
const services = fc.tuple(fc.constantFrom(...SERVICES), mutations(fc.oneof(another, fc.constant(dropped))))
  .map(([service, changes]) => changes.reduce(mutated, service));

const judged = (service: ServiceFacts): readonly Finding[] => evaluate(service, CATALOGUE);

const RUNS = 100;

const breakdownsIn = (service: ServiceFacts) => judged(service).filter(({ rule }) => rule.id === NOT_JUDGED.id).map(({ seen }) => seen);

test('no rule breaks down, whatever the facts are', () => {
  fuzz(fc.property(services, service => expect(breakdownsIn(service)).toEqual([])), RUNS);
});

test('no rule breaks down, whatever of any facts is not known', () => {
  fuzz(fc.property(services, mutations(fc.constant(blurred)), (service, blurs) => {
    expect(breakdownsIn(blurs.reduce(mutated, service))).toEqual([]);
  }), RUNS);
});

/** The errors of a service, by their rules; of two rules that see one fault, the one that knows enough reports it. */
const errorsOf = (service: ServiceFacts): readonly string[] =>
  [...new Set(judged(service).filter(({ level }) => level === 'error').map(({ rule }) => rule.id))];

test('to know less of a service never makes more errors of it', () => {
  fuzz(fc.property(services, mutations(fc.constant(blurred)), (service, blurs) => {
    const [before, after] = [errorsOf(service), errorsOf(blurs.reduce(mutated, service))];
    expect(after.length > before.length ? { before, after } : undefined).toBeUndefined();
  }), RUNS);
});
