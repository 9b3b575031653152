import { addresses } from './addresses';
import { images } from './images';
import { logGroups } from './log-groups';
import type { Check, Problem } from './problem';
import { roles } from './roles';
import { secrets } from './secrets';
import { Reading } from '../account/reading';
import type { Account } from '../evidence/collect/account';
import type { ReadAction } from '../evidence/collect/account-reads';
import type { Gap } from '../evidence/model/gap';
import { isKnown } from '../facts/model/fact';
import { readServices, readStandaloneTasks } from '../facts/readers/service';
import type { Templates } from '../facts/template/templates';

/** What templates need of the account and do not find there, and what could not be read. */
export interface Verification {
  readonly problems: readonly Problem[];
  readonly gaps: readonly Gap[];
}

const CHECKS: readonly Check[] = [images, secrets, logGroups, roles, addresses];

/** Every call that the checks make. */
export const VERIFY_READS: readonly ReadAction[] = [
  'ec2:DescribeSubnets', 'ecr:DescribeImages', 'iam:GetRole', 'logs:DescribeLogGroups', 'secretsmanager:DescribeSecret',
  'ssm:DescribeParameters',
];

/** Asks the account, before a deployment, for what templates refer to and do not create. */
export async function verify(templates: Templates, account: Account): Promise<Verification> {
  const reading = new Reading(account);
  const services = readServices(templates);
  const tasks = [...services.flatMap(({ task }) => isKnown(task) ? task : []), ...readStandaloneTasks(templates)];
  const containers = tasks.flatMap(({ containers: each }) => isKnown(each) ? each : []);
  const found = await Promise.all(CHECKS.map(check => check({ tasks, containers, services }, reading)));
  return { problems: found.flat(), gaps: reading.gaps };
}
