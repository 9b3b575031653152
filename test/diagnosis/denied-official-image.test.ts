import { diagnose } from '../../src/diagnosis/diagnose';
import { readEvidence } from '../../src/evidence/read/read-evidence';
import { readPlainText } from '../../src/evidence/text/read-plain-text';

const diagnosed = (stoppedReason: string, image?: string) => {
  const [evidence] = readEvidence({ task: { stoppedReason, containers: [{ name: 'app', image }] } });
  const diagnosis = diagnose(evidence);
  return { ...diagnosis, commands: diagnosis.actions.flatMap(({ commands }) => commands) };
};

const DENIED = 'CannotPullContainerError: Error response from daemon: pull access denied for payments, repository does not exist or may require \'docker login\'';
const DIGEST = `sha256:${'8795397484604bc6'.repeat(4)}`;

test('a denied image without a registry and an account does not exist, and commands have its name', () => {
  const { cause, confidence, commands, alternatives } = diagnosed(DENIED);
  expect([cause, confidence]).toEqual(['pull/image-not-found', 'likely']);
  expect(alternatives.map(other => other.cause)).toContain('pull/registry-auth');
  expect(commands).toContain('docker manifest inspect payments');
});

test('a denied image of an account may be private', () => {
  const { cause, commands } = diagnosed(DENIED.replace('payments', 'acme/payments'));
  expect(cause).toBe('pull/registry-auth');
  expect(commands).toContain('docker manifest inspect acme/payments');
});

test('no command lists the tags of a repository that is not there', () => {
  const reason = `CannotPullContainerError: failed to resolve ref docker.io/library/${DIGEST}: pull access denied, repository does not exist or `
    + 'may require authorization: server message: insufficient_scope: authorization failed';
  for (const { commands } of [diagnosed(DENIED), diagnosed(reason, DIGEST), diagnosed(reason.replace(DIGEST, 'payments:1'))]) {
    expect(commands.join('\n')).not.toMatch(/skopeo|library\/sha256/);
  }
});

test('the tags of an official image that is there are listed', () => {
  expect(diagnosed('CannotPullContainerError: failed to resolve ref docker.io/library/nginx:9: not found').commands)
    .toContain('skopeo list-tags docker://docker.io/library/nginx');
});

test('a quotation inside of a reason is whole', () => {
  expect(readPlainText(DENIED, () => false)?.values).toEqual([{ task: { stoppedReason: DENIED } }]);
  expect(readPlainText(`"${DENIED}"`, () => false)?.values).toEqual([{ task: { stoppedReason: DENIED } }]);
});
