import { diagnose } from '../../../src/diagnosis/diagnose';
import { readEvidence } from '../../../src/evidence/read/read-evidence';

const SECRET = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:web/db-Ab12Cd';
const WHO = 'User: arn:aws:sts::111122223333:assumed-role/web-exec/0123';
const denied = (why: string, resource = SECRET) => diagnose(readEvidence({
  stoppedReason: 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: '
    + `unable to retrieve secret from asm: AccessDeniedException: ${WHO} is not authorized to perform: `
    + `secretsmanager:GetSecretValue on resource: ${resource} ${why}`,
})[0]);

test.each([
  ['because no identity-based policy allows the secretsmanager:GetSecretValue action', 'Simulate the read for the execution role.'],
  ['because no permissions boundary allows the secretsmanager:GetSecretValue action', 'Allow the action in the permissions boundary of the role'],
  ['because no session policy allows the secretsmanager:GetSecretValue action', 'Allow the action in the session policy'],
  ['because no resource-based policy allows the secretsmanager:GetSecretValue action', `Change the resource-based policy of ${SECRET}`],
  ['because no VPC endpoint policy allows the secretsmanager:GetSecretValue action', 'Allow the principal and the action in the policy of the VPC endpoint'],
  ['with an explicit deny in a service control policy', 'Ask the administrators of the organization to change the service control policy'],
  ['with an explicit deny in a resource control policy', 'Ask the administrators of the organization to change the resource control policy'],
  ['with an explicit deny in an identity-based policy', 'Remove the explicit deny of secretsmanager:GetSecretValue'],
])('a secret that is denied %s: %s', (why, step) => {
  const { cause, actions: [first] } = denied(why);
  expect(cause).toBe('init/secret-permission');
  expect(first.title).toContain(step);
});

test('the title says who was denied what, on which resource and by which policy', () => {
  expect(denied('with an explicit deny in a service control policy').title).toContain(
    `web-exec was denied secretsmanager:GetSecretValue on ${SECRET} (explicit deny in a service control policy)`,
  );
});

test('a secret whose ARN lacks its six characters is told first to complete it, and a whole one is not', () => {
  const partial = denied('because no identity-based policy allows the secretsmanager:GetSecretValue action', SECRET.slice(0, -7));
  expect(partial.actions[0].title).toContain('lacks the six characters');
  expect(denied('because no identity-based policy allows it').actions.map(({ title }) => title).join()).not.toContain('six characters');
});
