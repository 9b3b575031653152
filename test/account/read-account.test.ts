import * as iam from 'aws-cdk-lib/aws-iam';
import { readCondition } from '../../src/account/conditions';
import { DOCTOR_READS } from '../../src/account/doctor-reads';
import { readAccount } from '../../src/account/read-account';
import { Reading } from '../../src/account/reading';
import type { Send } from '../../src/evidence/collect/account';
import type { ReadAction } from '../../src/evidence/collect/account-reads';
import { boundedAccount } from '../../src/evidence/collect/bounded-account';
import type { AccountAnswers } from '../../src/facts/account/account-answers';
import { accountTemplate } from '../../src/facts/account/account-template';
import { readServices } from '../../src/facts/readers/service';
import { Templates } from '../../src/facts/template/templates';
import { answersOf } from '../facts/account/answers-of';
import { fakeAccount } from '../facts/account/fake-account';
import { synthesized } from '../facts/templates-of';
import { IMAGES_MISSING as IMAGES } from '../guardrails/corpus/bad/images';
import type { Declare } from '../guardrails/corpus/configuration';
import { soundService } from '../guardrails/corpus/parts/service';
import { EXEC } from '../guardrails/corpus/sound/exec';
import { LOAD_BALANCERS } from '../guardrails/corpus/sound/load-balancers';
import { SCALING } from '../guardrails/corpus/sound/scaling';
import { SECRETS } from '../guardrails/corpus/sound/secrets';
import { STORAGE } from '../guardrails/corpus/sound/storage';

const BOUNDS = { callSeconds: 30, budgetSeconds: 60, atOnce: 8 };

/** A role of the application with a policy of the account's own, and a limit. */
const limitedRole: Declare = stack => {
  const [policy, permissionsBoundary] = ['Reads', 'Limit'].map(id =>
    new iam.ManagedPolicy(stack, id, { statements: [new iam.PolicyStatement({ actions: ['s3:Get*'], resources: ['*'] })] }));
  const taskRole = new iam.Role(stack, 'Own', {
    assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com'), managedPolicies: [policy], permissionsBoundary,
  });
  soundService(stack, { task: { taskRole } });
};

/** A key that only a parameter names is not read. */
const NOT_READ = 'a SecureString parameter encrypted with a customer managed key';

const CONFIGURATIONS = [
  ...LOAD_BALANCERS, ...SECRETS, ...STORAGE, ...SCALING, ...EXEC, ...IMAGES.slice(0, 2), { sentence: 'a role within a boundary', declare: limitedRole },
].filter(({ sentence }) => sentence !== NOT_READ);

/** An account that notes what it is asked for. */
function noting(send: Send): { readonly send: Send; readonly called: Set<ReadAction> } {
  const called = new Set<ReadAction>();
  return { called, send: (action, input, signal) => (called.add(action), send(action, input, signal)) };
}

const denying = (send: Send, denied: ReadAction): Send => (action, input, signal) => action === denied
  ? Promise.reject(Object.assign(new Error('no'), { name: 'AccessDeniedException' })) : send(action, input, signal);

const factsOf = (answers: AccountAnswers) => readServices(new Templates([accountTemplate(answers).source]));

const everything = new Set<ReadAction>();

test.each(CONFIGURATIONS.map(({ sentence, declare }) => [sentence, declare] as const))('an account is read as it is: %s', async (_sentence, declare) => {
  const templates = synthesized(declare);
  const { send, called } = noting(fakeAccount(templates));
  const reading = new Reading(boundedAccount(send, BOUNDS));
  const answers = await readAccount(reading, {});
  for (const service of answers?.services ?? []) await readCondition(reading, service);
  for (const action of called) everything.add(action);
  const expected = answersOf(templates);
  expect(reading.gaps).toEqual([]);
  expect(factsOf(answers!)).toEqual(factsOf(expected));
  expect(answers?.services).toHaveLength(expected.services.length);
});

test('the calls are those that the policy allows, and no others', () => expect([...everything].sort()).toEqual([...DOCTOR_READS].sort()));

test.each(DOCTOR_READS.filter(action => !['ecs:ListClusters', 'ecs:DescribeClusters'].includes(action)))('services are read although %s is denied', async action => {
  const reading = new Reading(boundedAccount(denying(fakeAccount(synthesized(LOAD_BALANCERS[0].declare)), action), BOUNDS));
  const answers = await readAccount(reading, {});
  expect(answers?.clusters).toHaveLength(1);
  expect(reading.gaps.map(({ source }) => source).filter(source => source !== action)).toEqual([]);
});

test('where no cluster can be read, there is no account', async () => {
  const reading = new Reading(boundedAccount(denying(fakeAccount(synthesized(SCALING[0].declare)), 'ecs:DescribeClusters'), BOUNDS));
  expect(await readAccount(reading, { cluster: 'shop' })).toBeUndefined();
  expect(reading.gaps).toEqual([{ source: 'ecs:DescribeClusters', because: 'the call is denied; allow ecs:DescribeClusters' }]);
});
