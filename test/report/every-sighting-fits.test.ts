import { SIGNATURES } from '../../src/diagnosis/catalogue';
import { diagnose } from '../../src/diagnosis/diagnose';
import type { Diagnosis } from '../../src/diagnosis/model/diagnosis';
import type { Sighting } from '../../src/diagnosis/model/signature';
import { renderChat } from '../../src/report/render-chat';
import { renderMarkdown } from '../../src/report/render-markdown';
import { renderText } from '../../src/report/render-text';
import { evidenceOfSighting } from '../diagnosis/sighting';

/** A screen of a terminal, a mail or a chat, in lines. */
const ONE_SCREEN = 25;

/** What stands before details begin. */
const aboveTheFold = (text: string, fold: string): string => text.split(fold, 1)[0].trimEnd();

const linesOf = (text: string): number => text.split('\n').length;

/** A diagnosis with every name known, which is the longest. */
function diagnosisOf(sighting: Sighting): Diagnosis {
  const evidence = evidenceOfSighting(sighting);
  return diagnose({
    ...evidence,
    region: 'ap-southeast-2',
    cluster: 'production-cluster-of-the-shop',
    service: 'checkout-and-payment-service',
    time: '2026-11-02T03:04:05.000Z',
    task: { taskArn: 'arn:aws:ecs:ap-southeast-2:111122223333:task/production-cluster-of-the-shop/c50e321c974248dbaf4ae2cfa1662986', ...evidence.task },
  });
}

describe.each(SIGNATURES.map(({ cause, seenIn }) => [cause, seenIn] as const))('what is needed now of %s fits on one screen', (_, seenIn) => {
  const diagnoses = seenIn.map(diagnosisOf);

  test('of a terminal or a mail', () => {
    const texts = diagnoses.map(diagnosis => renderText(diagnosis, { colour: false }));
    for (const text of texts) expect(linesOf(aboveTheFold(text, '· · ·'))).toBeLessThan(ONE_SCREEN);
  });

  test('of a ticket', () => {
    for (const diagnosis of diagnoses) expect(linesOf(aboveTheFold(renderMarkdown(diagnosis), '<details>'))).toBeLessThan(ONE_SCREEN);
  });

  test('of a chat', () => {
    for (const { content } of diagnoses.map(renderChat)) expect(linesOf(content.description) + content.nextSteps.length).toBeLessThan(ONE_SCREEN);
  });
});
