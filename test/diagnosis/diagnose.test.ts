import { aSignature } from './a-signature';
import { sampleEvent } from './sample-events';
import { faultsOf } from './valid';
import { diagnose } from '../../src/diagnosis/diagnose';
import type { Signature } from '../../src/diagnosis/model/signature';
import { readEvidence } from '../../src/evidence/read/read-evidence';

const diagnosed = (input: unknown, signatures?: readonly Signature[]) => diagnose(readEvidence(input)[0], signatures);

const OUT_OF_MEMORY = aSignature({ cause: 'memory/container-limit', word: 'Essential' });

test('a diagnosis names service, container and cause in one line', () => {
  expect(diagnosed(sampleEvent('essential-container-exited'), [OUT_OF_MEMORY]).title)
    .toBe('demo-service, container app: the container reached its memory limit and was killed');
});

test('a task of no service is named by its family', () => {
  expect(diagnosed({ group: 'family:nightly', stoppedReason: 'Essential' }, [OUT_OF_MEMORY]).title).toMatch(/^task nightly: /);
  expect(diagnosed({ stoppedReason: 'Essential' }, [OUT_OF_MEMORY]).title).toMatch(/^stopped task: /);
});

test('a diagnosis carries the facts of the stop, and null for what is not known', () => {
  expect(diagnosed(sampleEvent('essential-container-exited'), [OUT_OF_MEMORY])).toMatchObject({
    schemaVersion: '2',
    cause: 'memory/container-limit',
    severity: 'failure',
    confidence: 'certain',
    cluster: 'demo',
    service: 'demo-service',
    container: 'app',
    exitCode: 2,
    stopCode: 'EssentialContainerExited',
    occurrences: 1,
    firstSeen: '2023-05-02T15:29:11.000Z',
    lastSeen: '2023-05-02T15:29:11.000Z',
    incident: null,
  });
  expect(diagnosed({ stoppedReason: 'Essential' }, [OUT_OF_MEMORY]))
    .toMatchObject({ cluster: null, service: null, taskArn: null, container: null, exitCode: null, stopCode: null, firstSeen: null });
});

test('the other causes follow, best first, with how to tell', () => {
  const other = aSignature({ cause: 'exit/killed', word: 'Essential', clue: { confidence: 'possible' }, toConfirm: 'See the memory graph.' });
  expect(diagnosed({ stoppedReason: 'Essential' }, [other, OUT_OF_MEMORY]).alternatives)
    .toEqual([{ cause: 'exit/killed', confidence: 'possible', toConfirm: 'See the memory graph.' }]);
});

describe('nothing recognised', () => {
  test('is said so, with what was seen and where to look', () => {
    const diagnosis = diagnosed(sampleEvent('essential-container-exited'), []);
    expect(diagnosis).toMatchObject({ cause: 'unknown', severity: 'notice', confidence: 'possible', retriable: null });
    expect(diagnosis.clues.map(({ quote }) => quote)).toEqual([
      'EssentialContainerExited', 'Essential container in task exited', 'exit code 2', 'exit code 0',
    ]);
    expect(diagnosis.actions.flatMap(({ commands }) => commands).join()).toContain('--cluster demo');
    expect(diagnosis.gaps).toContainEqual({ source: 'container log', because: expect.stringContaining('aws logs get-log-events') });
  });

  test('a stop code of tomorrow is quoted, never explained away', () => {
    expect(diagnosed({ stopCode: 'Teleported' })).toMatchObject({ cause: 'unknown', clues: [{ source: 'stopCode', quote: 'Teleported' }] });
  });

  test('an ordinary event of a service is benign', () => {
    expect(diagnosed(sampleEvent('service-steady-state'), [])).toMatchObject({
      cause: 'unknown', severity: 'benign', title: 'servicetest: nothing stopped (SERVICE_STEADY_STATE)', actions: [], gaps: [],
    });
  });

  test('an alarming event of a service leads to its tasks', () => {
    const diagnosis = diagnosed(sampleEvent('service-task-start-impaired'), []);
    expect(diagnosis.severity).toBe('notice');
    expect(diagnosis.actions.flatMap(({ commands }) => commands).join()).toContain('aws ecs list-tasks');
  });
});

test('what could not be read before is still said', () => {
  const [evidence] = readEvidence({ stoppedReason: 'Essential' });
  const gap = { source: 'container log', because: 'the role lacks logs:GetLogEvents' };
  expect(diagnose({ ...evidence, gaps: [gap] }, [OUT_OF_MEMORY]).gaps).toEqual([gap]);
});

test('a signature whose advice fails keeps its cause', () => {
  const clumsy = aSignature({ cause: 'pull/network', actions: () => { throw new Error('boom'); } });
  const diagnosis = diagnosed({ stoppedReason: 'x' }, [clumsy]);
  expect(diagnosis).toMatchObject({ cause: 'pull/network', actions: [], gaps: [{ source: 'signature pull/network' }] });
  expect(faultsOf(diagnosis)).toEqual([]);
});

test('nothing leaves the engine unredacted, whoever gathered the evidence', () => {
  const [evidence] = readEvidence({ stoppedReason: 'x' });
  const leaky = { ...evidence, logTail: ['password=hunter2'], task: { ...evidence.task, stoppedReason: 'at postgres://u:hunter2@db/x' } };
  expect(JSON.stringify(diagnose(leaky))).not.toContain('hunter2');
});
