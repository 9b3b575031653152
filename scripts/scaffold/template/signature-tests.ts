import { diagnose } from '../../../src/diagnosis/diagnose';
import { readEvidence } from '../../../src/evidence/read/read-evidence';

const causeOf = (stoppedReason: string): string => readEvidence([{ stoppedReason }]).map(evidence => diagnose(evidence).cause).join();

describe('new/signature', () => {
  test('is not the cause of a message that only resembles it', () => {
    expect(causeOf('TODO: a similar message of another cause')).toBe('TODO: the other cause');
  });
});
