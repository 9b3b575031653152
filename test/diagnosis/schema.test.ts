import { sampleEvent, SAMPLES } from './sample-events';
import { faultsOf } from './valid';
import { CAUSES } from '../../src/causes/catalogue';
import { diagnose } from '../../src/diagnosis/diagnose';
import schema from '../../src/diagnosis/model/diagnosis.schema.json';
import { readEvidence } from '../../src/evidence/read/read-evidence';
import { found } from '../found';

test('the schema knows exactly the causes of the catalogue', () => {
  expect(schema.$defs.cause.enum).toEqual(CAUSES.map(({ id }) => id));
});

test('every field of a diagnosis is required, and no other is allowed', () => {
  expect([...schema.required].sort()).toEqual(Object.keys(schema.properties).sort());
  const [diagnosis] = readEvidence({ stoppedReason: 'x' }).map(evidence => diagnose(evidence));
  expect(faultsOf({ ...diagnosis, extra: 1 })).toEqual([' must NOT have additional properties']);
  expect(faultsOf({ ...diagnosis, cause: 'pull/magic' })).not.toEqual([]);
});

test.each(SAMPLES.filter(name => name !== 'running-with-guardduty'))('the diagnosis of %s obeys the schema', name => {
  for (const evidence of found(readEvidence(sampleEvent(name)))) expect(faultsOf(diagnose(evidence))).toEqual([]);
});
