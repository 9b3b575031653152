import { SILENT_ACCOUNT, TOLD_BY_LOG, TOLD_BY_TARGET, TOLD_BY_TASKS, toldByLog, toldByTarget, toldByTasks, type ToldScenario } from './told-scenarios';
import { diagnose } from '../../../src/diagnosis/diagnose';
import { sendWithSdk } from '../../../src/evidence/collect/account.sdk';
import { boundedAccount } from '../../../src/evidence/collect/bounded-account';
import { collectEvidence } from '../../../src/evidence/collectors/collect-evidence';
import { evidenceOfSighting } from '../../diagnosis/sighting';
import { AwsEndpoint } from '../../fake-aws/aws-endpoint';

let aws: AwsEndpoint;

beforeAll(async () => {
  aws = await AwsEndpoint.start();
  Object.assign(process.env, aws.environment);
});

afterEach(() => aws.recover());
afterAll(() => aws.stop());

const withAccount = async ({ event, answers }: ToldScenario) => {
  aws.hold({ ...SILENT_ACCOUNT, ...answers });
  const [evidence] = await collectEvidence(event, boundedAccount(sendWithSdk({ region: 'eu-west-1' })));
  return diagnose(evidence);
};

test('most causes within an application are told by its log', () => expect(TOLD_BY_LOG.length).toBeGreaterThan(15));

test.each(TOLD_BY_LOG)('%s: the log in the account names what the event leaves open, or confirms it', async (cause, sighting) => {
  const expected = diagnose(evidenceOfSighting(sighting)).confidence;
  const found = await withAccount(toldByLog([cause, sighting]));
  expect(found.clues.map(({ source }) => source)).toContain('log');
  expect([found.cause, ...found.alternatives.map(({ cause: other }) => other)].slice(0, 2)).toContain(cause);
  expect(['certain', 'likely', 'possible'].indexOf(found.confidence)).toBeLessThanOrEqual(['certain', 'likely', 'possible'].indexOf(expected));
});

test.each(TOLD_BY_TARGET)('%s: the target in the account says %j', async (cause, said) => {
  expect((await withAccount(toldByTarget([cause, said]))).cause).toBe(cause);
});

test.each(TOLD_BY_TASKS)('%s: a deployment that failed is told with what its tasks in the account failed of', async (cause, sighting) => {
  const { cause: found, alternatives } = await withAccount(toldByTasks([cause, sighting]));
  expect([found, ...alternatives.map(alternative => alternative.cause)]).toContain(cause);
});
