import { answersOf } from './answers-of';
import { deployedText } from './deployed';
import { filledIn } from './filled-in';
import { idOf } from './physical-ids';
import { synthesizedForAccount } from './synthesized-for-account';
import { accountTemplate } from '../../../src/facts/account/account-template';
import { readServices } from '../../../src/facts/readers/service';
import { Templates } from '../../../src/facts/template/templates';
import { CATALOGUE } from '../../../src/guardrails/catalogue';
import { evaluate } from '../../../src/guardrails/evaluate';
import { LOAD_BALANCERS as LOAD_BALANCER_FAULTS } from '../../guardrails/corpus/bad/load-balancers';
import { REACHABILITY } from '../../guardrails/corpus/bad/reachability';
import { ROLES } from '../../guardrails/corpus/bad/roles';
import type { Declare } from '../../guardrails/corpus/configuration';
import { EXEC } from '../../guardrails/corpus/sound/exec';
import { LOAD_BALANCERS } from '../../guardrails/corpus/sound/load-balancers';
import { NARROW_NETWORKS } from '../../guardrails/corpus/sound/narrow-networks';
import { NETWORKS } from '../../guardrails/corpus/sound/networks';
import { SCALING } from '../../guardrails/corpus/sound/scaling';
import { SECRETS } from '../../guardrails/corpus/sound/secrets';
import { STORAGE } from '../../guardrails/corpus/sound/storage';

/**
 * What only a template has: construct paths, how its images are built, its length, and the policies of scaling; AWS adds names and the host
 * port of a container port.
 */
const OF_TEMPLATES = ['at', 'built', 'declared', 'leastBytes', 'hostPort', 'serviceName', 'startsFirstTask'];

/** The policies of file systems are not read. */
const withoutPolicyOfFiles = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'mountTargets' in value ? { ...value, policy: undefined } : value;

interface Seen {
  readonly facts: unknown;
  readonly findings: readonly string[];
}

/** What is read and found in templates, in the terms of an account. */
function seenIn(templates: Templates, inTerms: (text: string) => string): Seen {
  const services = readServices(templates);
  const facts = services.map(({ name: _, ...service }) => service);
  const replaced = (key: string, value: unknown): unknown => {
    if (OF_TEMPLATES.includes(key)) return undefined;
    if (typeof value === 'symbol') return '<unknown>';
    return typeof value === 'string' ? inTerms(value) : withoutPolicyOfFiles(value);
  };
  return {
    facts: JSON.parse(JSON.stringify(facts, replaced)),
    findings: services.flatMap(service => evaluate(service, CATALOGUE)).map(({ rule, level, seen }) => `${level} ${rule.id}: ${inTerms(seen)}`).sort(),
  };
}

/** What is seen in a template, and in the account in which it is deployed. */
function seenTwice(declare: Declare): { readonly template: Seen; readonly account: Seen } {
  const templates = synthesizedForAccount(declare);
  const paths = new Map(templates.all().flatMap(resource => [[resource.path, idOf(resource)], [resource.key, idOf(resource)]] as const));
  const { source, inAccountTerms } = accountTemplate(answersOf(templates));
  return {
    template: seenIn(templates, text => deployedText(templates, text).replace(/S\/[\w./-]*\w/g, name => paths.get(name) ?? name)),
    account: seenIn(new Templates([source]), text => inAccountTerms(text).replace(/^log-group:/, '')),
  };
}

/** What only one of the two can know. */
const NOT_COMPARED = [
  // Ranges of prefix lists are not read.
  'a worker whose security group allows outbound HTTPS to a prefix list',
  // Policies of buckets are not read.
  'an environment file in S3',
  'an environment file behind an S3 gateway endpoint whose policy allows buckets by stack name',
  'an environment file in S3 without permission for the execution role to read it',
  'an environment file in S3 for subnets without a network path to S3',
  'an S3 gateway endpoint whose policy allows image layers but not the environment file',
  'ECS Exec sessions logged to a bucket',
  // The template refers to a listener, or to a range, that is not in it.
  'a web service on an imported listener',
  'a worker in a dual-stack VPC, with a NAT gateway for IPv4 and an egress-only internet gateway for IPv6',
  // In an account, everything is there already.
  'a service that does not depend on its listener',
];

const FAULTY = [...REACHABILITY, ...ROLES, ...LOAD_BALANCER_FAULTS].filter(({ sentence }) => !NOT_COMPARED.includes(sentence));
const SOUND = [...NETWORKS, ...NARROW_NETWORKS, ...SECRETS, ...STORAGE, ...LOAD_BALANCERS, ...SCALING, ...EXEC]
  .filter(({ sentence }) => !NOT_COMPARED.includes(sentence));

describe('an account and the template that is deployed in it give the same facts and findings for', () => {
  test.each(SOUND.map(({ sentence, declare }) => [sentence, declare] as const))('%s', (_sentence, declare) => {
    const { template, account } = seenTwice(declare);
    expect(account.facts).toEqual(filledIn(template.facts, account.facts));
    expect(account.findings).toEqual(template.findings);
  });

  test.each(FAULTY.map(({ sentence, declare }) => [sentence, declare] as const))('%s', (_sentence, declare) => {
    const { template, account } = seenTwice(declare);
    expect(account.facts).toEqual(filledIn(template.facts, account.facts));
    expect(account.findings).toEqual(template.findings);
    expect(account.findings).not.toEqual([]);
  });
});

test('more than 25 configurations are compared', () => expect(SOUND.length + FAULTY.length).toBeGreaterThan(60));
