import tenth from './data/exam-cases-10.json';
import eleventh from './data/exam-cases-11.json';
import twelfth from './data/exam-cases-12.json';
import thirteenth from './data/exam-cases-13.json';
import second from './data/exam-cases-2.json';
import third from './data/exam-cases-3.json';
import fourth from './data/exam-cases-4.json';
import fifth from './data/exam-cases-5.json';
import sixth from './data/exam-cases-6.json';
import seventh from './data/exam-cases-7.json';
import eighth from './data/exam-cases-8.json';
import ninth from './data/exam-cases-9.json';
import first from './data/exam-cases.json';
import tickets from './data/exam-texts-12.json';
import { diagnose } from '../../src/diagnosis/diagnose';
import type { Confidence } from '../../src/diagnosis/model/diagnosis';
import { isEvidence, readEvidence } from '../../src/evidence/read/read-evidence';
import { readPlainText } from '../../src/evidence/text/read-plain-text';

/** Failures whose cause cannot be read out of what the reporter quotes, each with the reason why not. */
const NOT_IN_THE_EVIDENCE: Readonly<Record<string, string>> = {
  'ed-007': 'the message is cut before the code that the path answers with',
  'ed-026': 'the application says that a file could not be moved, and not what S3 answered',
  'eh-022': 'ECS refuses the request because CodeDeploy deploys the service, which no cause is about',
  'eh-035': 'the message is cut before what Windows says',
  'ee-022': 'Fargate for Kubernetes refuses the pod, which it also says of settings that no kernel knows',
};

/** Public failures that were labelled by the confirmed root cause before the diagnosis saw them. */
const SETS = [first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, twelfth, thirteenth];

const diagnosed = SETS.flat().map(({ id, cause, alsoAcceptable, ...evidence }) => {
  const [{ cause: top, confidence, alternatives }] = readEvidence(evidence).map(one => diagnose(one));
  const named: readonly string[] = [top, ...alternatives.map(alternative => alternative.cause)];
  return { id, cause, named, confidence, isRight: [cause, ...alsoAcceptable].includes(top) };
});

const rightAmong = (confidence?: Confidence): number => {
  const said = diagnosed.filter(one => confidence === undefined || one.confidence === confidence);
  return said.filter(({ isRight }) => isRight).length / said.length;
};

test('the cause named first is right in 95 of 100 public failures', () => {
  expect(rightAmong()).toBeGreaterThanOrEqual(0.95);
});

test.each(diagnosed.filter(({ id }) => !(id in NOT_IN_THE_EVIDENCE)).map(({ id, cause, named }) => [id, cause, named] as const))(
  '%s: the real cause, %s, is among the first three', (_, cause, named) => expect(named.slice(0, 3)).toContain(cause),
);

test.each(Object.entries(NOT_IN_THE_EVIDENCE))('%s names no cause for certain that is wrong: %s', id => {
  const { confidence, isRight } = diagnosed.find(one => one.id === id)!;
  expect(confidence === 'certain' && !isRight).toBe(false);
});

test('what is called certain is right in 99 of 100 failures', () => {
  expect(rightAmong('certain')).toBeGreaterThanOrEqual(0.99);
});

test('what is called likely is right in 90 of 100 failures', () => {
  expect(rightAmong('likely')).toBeGreaterThanOrEqual(0.9);
});

/** What reporters and maintainers pasted into a ticket, each with the causes that are right. */
const TOLD = tickets.filter(({ id }) => !(id in NOT_IN_THE_EVIDENCE)).map(({ id, text }) => {
  const { cause, alsoAcceptable } = twelfth.find(one => one.id === id)!;
  return [id, text, [cause, ...alsoAcceptable]] as const;
});

test.each(TOLD)('%s: its ticket, pasted as it is, leads to a cause that is right', (_, text, right) => {
  const [{ cause }] = (readPlainText(text, isEvidence)?.values ?? []).flatMap(value => readEvidence(value)).map(evidence => diagnose(evidence));
  expect(right).toContain(cause);
});
