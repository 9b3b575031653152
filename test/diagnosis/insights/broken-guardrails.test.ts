import { diagnose } from '../../../src/diagnosis/diagnose';
import type { Diagnosis } from '../../../src/diagnosis/model/diagnosis';
import { readEvidence } from '../../../src/evidence/read/read-evidence';

const CUT = 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm';
const NO_WAY = { rule: 'network-reaches-secrets', seen: "tasks cannot reach 'secretsmanager', because from subnet-1 there is neither a VPC endpoint nor a route to a NAT gateway" };
const NO_PERMISSION = { rule: 'execution-role-reads-secrets', seen: 'the execution role may not do secretsmanager:GetSecretValue' };

const withFindings = (findings: unknown, stoppedReason = CUT): Diagnosis => diagnose(readEvidence({ task: { stoppedReason }, findings })[0]);

test('of the causes that a message leaves open, the one is named whose fault the resources have', () => {
  expect(withFindings([NO_WAY])).toMatchObject({ cause: 'init/network', confidence: 'likely' });
  expect(withFindings([NO_PERMISSION])).toMatchObject({ cause: 'init/secret-permission', confidence: 'likely' });
});

test('the fault is quoted with the guardrail that found it', () => {
  expect(withFindings([NO_PERMISSION]).clues).toContainEqual({
    source: 'guardrail execution-role-reads-secrets', quote: NO_PERMISSION.seen, says: 'the resources of the service have this fault',
  });
});

test('words and resources together are certain where the words alone are likely', () => {
  const reason = 'CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref nginx: There is a connection issue. Check your task network configuration';
  expect(withFindings(undefined, reason).confidence).toBe('likely');
  expect(withFindings([{ rule: 'network-reaches-registry', seen: 'there is no way out' }], reason)).toMatchObject({ cause: 'pull/network', confidence: 'certain' });
});

test('a fault by itself is no cause of a stop that says nothing of the kind', () => {
  const { cause, alternatives } = withFindings([NO_WAY], 'Essential container in task exited');
  expect([cause, ...alternatives.map(alternative => alternative.cause)]).not.toContain('init/network');
});

test('a fault that has nothing to do with the cause changes nothing', () => {
  const reason = 'OutOfMemoryError: container killed due to memory usage';
  expect(withFindings([NO_WAY], reason)).toEqual(withFindings(undefined, reason));
});

test('the report of FargateGuardrails is read as well, and a finding without words by its title', () => {
  const report = { schemaVersion: '1', findings: [{ rule: 'network-reaches-secrets', seen: null, title: 'Tasks reach their secrets.' }], acknowledged: [], disabled: [] };
  expect(withFindings(report).clues).toContainEqual(expect.objectContaining({ quote: 'Tasks reach their secrets.' }));
});

test('findings that are no list are refused, with where they stand', () => {
  expect(() => withFindings('none')).toThrow(/findings.*this must be an array of findings, or a report with one, but is string/);
});
