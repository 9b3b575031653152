import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { redactWhole } from '../../src/evidence/clean/redact';
import { isReadable } from '../../test/evidence/clean/is-readable';
import { FORMS_FOR_ALL, FORMS_FOR_WORDS, FRAMES, surroundingsOf } from '../../test/evidence/clean/surroundings';

interface Case {
  readonly id: string;
  readonly text: string;
  readonly secret: string;
  readonly kind: string;
}

/** The same surroundings each time, so that the document changes with the rules alone; the tests try others at each run. */
const SEED = 12;
const SURROUNDINGS = 50;

const KINDS: Readonly<Record<string, string>> = {
  aws: 'keys and tokens of AWS',
  header: 'request headers',
  token: 'session and login tokens',
  vendor: 'keys and tokens of other vendors',
  connection: 'passwords in connection strings',
  structured: 'values with a name such as `password`',
  key: 'private keys and seed phrases',
  cut: 'secrets that a log cut or wrapped',
};

/** What was tried against redaction, and what could still be read. */
export function securityAsMarkdown(): string {
  const cases = ['secrets.json', 'other-secrets.json', 'printed-secrets.json'].flatMap(casesIn);
  const innocent = cases.filter(({ kind }) => kind === 'innocent');
  const forms = Object.keys({ ...FORMS_FOR_ALL, ...FORMS_FOR_WORDS }).length;
  return [
    '# Tests of redaction',
    '',
    '<!-- Generated from the code by `npx projen docs`. Do not edit. -->',
    '',
    'Redaction is tested with invented secrets. Each secret is first in a message as applications and AWS write it, and then alone under the name of',
    `a secret in ${SURROUNDINGS} generated surroundings: ${forms} forms such as JSON, XML, YAML, SQL and dumps of languages, in ${Object.keys(FRAMES).length} frames such as the`,
    'prefix of a log. A secret counts as readable if half of it is readable in one piece. The tests use other surroundings in each run.',
    '',
    '| kind | secrets | readable in their messages | surroundings tried | readable there |',
    '|---|---:|---:|---:|---:|',
    ...Object.entries(KINDS).map(([kind, words]) => rowOf(words, cases.filter(one => one.kind === kind))),
    '',
    `Of ${innocent.length} texts without a secret (digests, ARNs, ids, paths, sentences about passwords), ${innocent.filter(isDamaged).length} are changed.`,
    '',
    '## Limits',
    '',
    'These kinds of secrets are not recognized, so treat every output as confidential until you have read it.',
    '',
    '- A secret that has no known format, no name such as `password`, and no word such as `token` on its line.',
    '- A password of several words without quotes: only the first word is redacted.',
    '- A password that is an ordinary word after a colon in a sentence, such as `the token: invalid`.',
    '- A password that contains quotes without escapes.',
    '',
    '[Decision 16](decisions/0016-redaction-table-and-oracle.md) describes how redaction is tested. [SECURITY.md](../SECURITY.md) describes what is a vulnerability.',
    '',
  ].join('\n');
}

const casesIn = (file: string): readonly Case[] =>
  (JSON.parse(readFileSync(join('test', 'evidence', 'data', file), 'utf8')) as { readonly cases: readonly Case[] }).cases;

function rowOf(words: string, cases: readonly Case[]): string {
  const readable = cases.filter(({ text, secret }) => isReadable(secret, redactWhole(text))).length;
  const tried = cases.flatMap(({ secret }, index) =>
    fc.sample(surroundingsOf(secret), { numRuns: SURROUNDINGS, seed: SEED + index }).map(({ put }) => isReadable(secret, redactWhole(put(secret)))));
  return `| ${words} | ${cases.length} | ${readable} | ${tried.length.toLocaleString('en')} | ${tried.filter(is => is).length} |`;
}

const isDamaged = ({ text, secret }: Case): boolean => !redactWhole(text).includes(secret);
