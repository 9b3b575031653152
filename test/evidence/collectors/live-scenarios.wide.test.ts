import { declared, deployedStop } from './a-deployed-stop';
import { SCENARIOS, WORDS } from './deployed-scenarios';
import { PART_READS } from '../../../src/account/account-parts';
import { diagnose } from '../../../src/diagnosis/diagnose';
import { sendWithSdk } from '../../../src/evidence/collect/account.sdk';
import { boundedAccount } from '../../../src/evidence/collect/bounded-account';
import { collectEvidence } from '../../../src/evidence/collectors/collect-evidence';
import { AwsEndpoint, type Reading } from '../../fake-aws/aws-endpoint';
import { IMAGES_MISSING } from '../../guardrails/corpus/bad/images';

let aws: AwsEndpoint;

beforeAll(async () => {
  aws = await AwsEndpoint.start();
  Object.assign(process.env, aws.environment);
});

afterEach(() => aws.recover());
afterAll(() => aws.stop());

async function diagnosed(sentence: string, stop: object, readings: Readonly<Record<string, Reading>> = {}, subnet = 0) {
  const { account, event } = await deployedStop(declared(sentence), stop, subnet);
  aws.serve(account);
  aws.hold({ 'ecs:ListServiceDeployments': { serviceDeployments: [] }, ...readings });
  const [evidence] = await collectEvidence(event, boundedAccount(sendWithSdk({ region: 'eu-west-1' }), { callSeconds: 10, budgetSeconds: 60, atOnce: 8 }));
  return { evidence, diagnosis: diagnose(evidence) };
}

test.each(SCENARIOS)('%s: "%s" is %s, %s', async (sentence, words, cause, confidence, quote, subnet) => {
  const { diagnosis, evidence } = await diagnosed(sentence, { stoppedReason: WORDS[words] }, {}, subnet);
  expect({ cause: diagnosis.cause, confidence: diagnosis.confidence, broken: evidence.broken }).toMatchObject({ cause, confidence });
  expect(diagnosis.clues.map(each => each.quote).join('\n')).toMatch(quote);
});

test('the rules are asked with every call that is declared for what they judge', async () => {
  const ways = [
    ['a secret encrypted with a KMS key that the execution role has no permission to use', 'kms'],
    ['an ECR image given as plain text, without permission for the execution role to pull it', 'forbidden'],
    [IMAGES_MISSING[0].sentence, 'forbidden'],
    ['an EFS security group that does not allow inbound NFS traffic from the tasks', 'efsTimeout'],
    ['a load balancer target port that no container maps', 'unhealthy'],
  ] as const;
  const called = new Set<string>();
  for (const [sentence, words] of ways) {
    await diagnosed(sentence, { stoppedReason: WORDS[words] });
    for (const { action } of aws.calls) called.add(action);
  }
  const parts = ['network', 'permissions', 'file systems', 'load balancing'] as const;
  const declaredCalls = parts.flatMap(part => PART_READS[part]).filter(action => !OF_OWN_POLICIES.includes(action));
  expect(declaredCalls.filter(action => !called.has(action))).toEqual([]);
});

/** Where a role has only policies of AWS and inline ones, no policy of the account's own is read. */
const OF_OWN_POLICIES: readonly string[] = ['iam:GetPolicy', 'iam:GetPolicyVersion'];
