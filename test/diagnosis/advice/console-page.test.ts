import type { CauseId } from '../../../src/causes/catalogue';
import { consolePage } from '../../../src/diagnosis/advice/console-page';
import { signatureOf } from '../../../src/diagnosis/catalogue';
import { diagnose } from '../../../src/diagnosis/diagnose';
import { isPage } from '../../../src/diagnosis/model/action';
import type { Evidence } from '../../../src/evidence/model/evidence';
import { evidenceOf } from '../evidence-of';

const TASK_ID = 'c50e321c974248dbaf4ae2cfa1662986';

const known = evidenceOf({
  region: 'eu-west-1',
  cluster: 'shop',
  service: 'checkout',
  task: {
    taskArn: `arn:aws:ecs:eu-west-1:111122223333:task/shop/${TASK_ID}`,
    containers: [{ name: 'app', image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/app:7', exitCode: 1 }],
  },
});

const logging = (given: object): Evidence => ({
  ...known, taskDefinition: { containers: [{ name: 'app', essential: true, ports: [], logGroup: '/ecs/[shop]', logStreamPrefix: 'web', ...given }] },
});

const pageOf = (cause: CauseId, evidence: Evidence = known) => consolePage(evidence, signatureOf(cause)?.consolePages)[0]?.commands[0];

test('a failure of the application leads to the log of its container, where CloudWatch keeps it', () => {
  expect(pageOf('app/missing-config', logging({})))
    .toBe(`https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:log-groups/log-group/$252Fecs$252F$255Bshop$255D/log-events/web$252Fapp$252F${TASK_ID}`);
});

test('without a stream prefix the whole log group is shown', () => {
  expect(pageOf('exit/segfault', logging({ logStreamPrefix: undefined }))).toMatch(/log-group\/\$252Fecs\$252F\$255Bshop\$255D$/);
});

test('a log that nobody knows, or that is in another Region, is looked up on the page of the task', () => {
  const tab = `https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/shop/tasks/${TASK_ID}/logs?region=eu-west-1`;
  expect(pageOf('app/missing-config')).toBe(tab);
  expect(pageOf('app/missing-config', logging({ logRegion: 'us-east-1' }))).toBe(tab);
});

test.each<[CauseId, string]>([
  ['health/elb-path', 'ecs/v2/clusters/shop/services/checkout/health?region=eu-west-1'],
  ['pull/image-not-found', 'ecr/repositories/private/111122223333/team/app?region=eu-west-1'],
  ['init/network', `ecs/v2/clusters/shop/tasks/${TASK_ID}/configuration?region=eu-west-1`],
])('%s leads to %s', (cause, address) => expect(pageOf(cause)).toBe(`https://eu-west-1.console.aws.amazon.com/${address}`));

test('a permission leads to the role that the message names', () => {
  const reason = 'AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/shop-execution/c50e is not authorized to perform: secretsmanager:GetSecretValue';
  expect(pageOf('init/secret-permission', { ...known, task: { ...known.task, stoppedReason: reason } }))
    .toBe('https://eu-west-1.console.aws.amazon.com/iam/home?region=eu-west-1#/roles/details/shop-execution');
});

test.each([
  ['cn-north-1', 'cn-north-1.console.amazonaws.cn'],
  ['us-gov-west-1', 'us-gov-west-1.console.amazonaws-us-gov.com'],
  ['eusc-de-east-1', 'eusc-de-east-1.console.amazonaws-eusc.eu'],
  ['ap-southeast-2', 'ap-southeast-2.console.aws.amazon.com'],
])('Region %s has its console at %s', (region, host) => expect(pageOf('init/network', { ...known, region })).toContain(`https://${host}/`));

test.each(['us-iso-east-1', 'evil.example/', undefined])('Region %s has no console that is known', region => {
  expect(consolePage({ ...known, region })).toEqual([]);
});

test('what has no name has no page', () => {
  expect(consolePage(evidenceOf({ region: 'eu-west-1' }), ['log'])).toEqual([]);
});

test('hostile names stay names', () => {
  const page = pageOf('health/elb', evidenceOf({ region: 'eu-west-1', cluster: '../x?y#z', service: '"><b>' }));
  expect(page).toBe('https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/..%2Fx%3Fy%23z/services/%22%3E%3Cb%3E/health?region=eu-west-1');
});

test('every diagnosis of a failure says where to look, and an ordinary stop does not', () => {
  expect(diagnose(known).actions.filter(isPage)).toHaveLength(1);
  const scaledIn = { ...known.task, stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/1)', containers: [{ name: 'app', exitCode: 0 }] };
  expect(diagnose({ ...known, task: scaledIn }).actions.filter(isPage)).toEqual([]);
});
