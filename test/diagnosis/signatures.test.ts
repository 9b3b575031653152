import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { evidenceOfSighting } from './sighting';
import { CAUSES } from '../../src/causes/catalogue';
import { SIGNATURES } from '../../src/diagnosis/catalogue';
import { diagnose } from '../../src/diagnosis/diagnose';
import { declaredProps } from '../service/declared-props';

/** Read from the source, so that no advice names a prop that is gone. */
const PROPS = declaredProps();

describe('the catalogue of signatures', () => {
  test('has one for every cause but unknown, in the order of the causes', () => {
    expect(SIGNATURES.map(({ cause }) => cause)).toEqual(CAUSES.map(({ id }) => id).filter(id => id !== 'unknown'));
  });

  test('is the folder of signatures, each in the file that its cause names', () => {
    const folder = join(__dirname, '../../src/diagnosis/signatures');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts')).map(file => file.split(sep).join('/').replace(/\.ts$/, ''));
    expect(files.sort()).toEqual(SIGNATURES.map(({ cause }) => cause).sort());
  });
});

describe.each(SIGNATURES.map(signature => [signature.cause, signature] as const))('%s', (cause, { atBest, seenIn, says, toConfirm, actions }) => {
  test('was seen in real evidence', () => expect(seenIn).not.toEqual([]));

  test.each(seenIn.map(sighting => [JSON.stringify(sighting).slice(0, 160), sighting] as const))('is the cause of %s, as sure as it can be', (_, sighting) => {
    expect(diagnose(evidenceOfSighting(sighting))).toMatchObject({ cause, confidence: atBest });
  });

  test('quotes what stands in the evidence', () => {
    for (const sighting of seenIn) {
      for (const { quote } of diagnose(evidenceOfSighting(sighting)).clues) {
        expect(quote.startsWith('exit code') || readable(sighting).includes(readable(quote))).toBe(true);
      }
    }
  });

  test('speaks in whole sentences and raises no alarm', () => {
    for (const text of [says, toConfirm]) {
      expect(text).toMatch(/^[A-Z].*\.$/s);
      expect(text).not.toMatch(/!|please|simply/i);
    }
  });

  test('advises one to three things, each with commands or a prop to set', () => {
    for (const sighting of seenIn) {
      const advice = actions(evidenceOfSighting(sighting));
      expect(advice.length).toBeGreaterThanOrEqual(1);
      expect(advice.length).toBeLessThanOrEqual(3);
      for (const { title, commands, prop } of advice) {
        expect(title).toMatch(/^[A-Z].*\.$/s);
        expect(commands.length > 0 || prop !== null || /ephemeralStorage|execution role/.test(title)).toBe(true);
        if (prop !== null) expect(PROPS).toContain(prop);
      }
    }
  });
});

/** Text as it reads, whether it was JSON or not. */
const readable = (value: unknown): string => JSON.stringify(value).replace(/\\+/g, '').replace(/^"|"$/g, '');
