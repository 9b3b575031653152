import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { diagnose } from '../../../src/diagnosis/diagnose';
import { readEvidence } from '../../../src/evidence/read/read-evidence';
import { faultsOf } from '../../diagnosis/valid';

const DOCUMENT = readFileSync(resolve(__dirname, '..', '..', '..', 'docs', 'EVIDENCE.md'), 'utf8');

/** The examples by the headings above them. */
const EXAMPLES = [...DOCUMENT.matchAll(/^#+ ([^\n]+)\n(?:(?!^#)[^])*?```json\n([^]*?)\n```/gm)].map(([, heading, json]) => [heading, json] as const);

const CAUSES: Readonly<Record<string, string>> = {
  'An event': 'pull/image-not-found',
  'A task': 'memory/container-limit',
  'With a log': 'app/dependency-unreachable',
  'With the memory metric': 'memory/container-limit',
  'With a target group and a service': 'health/elb-path',
  'With task definitions': 'app/missing-config',
  'With findings of the guardrails': 'init/secret-permission',
  'A deployment with its tasks': 'init/secret-permission',
};

test('every form has an example', () => expect(EXAMPLES.map(([heading]) => heading)).toEqual(Object.keys(CAUSES)));

test.each(EXAMPLES)('the example “%s” is diagnosed', (heading, json) => {
  const diagnoses = readEvidence(JSON.parse(json)).map(evidence => diagnose(evidence));
  expect(diagnoses.map(({ cause }) => cause)).toEqual([CAUSES[heading]]);
  expect(diagnoses.flatMap(faultsOf)).toEqual([]);
});

test('no value of a variable gets from an example into its diagnosis', () => {
  const [, json] = EXAMPLES.find(([heading]) => heading === 'With task definitions')!;
  expect(JSON.stringify(readEvidence(JSON.parse(json)).map(evidence => diagnose(evidence)))).not.toContain('db.internal');
});
