import { addresses } from './addresses';
import { capacity } from './capacity';
import { certificates } from './certificates';
import { clusters } from './clusters';
import { images } from './images';
import { listenerRules } from './listener-rules';
import { logGroups } from './log-groups';
import { names } from './names';
import { stackNames } from './new-services';
import { permissions } from './permissions';
import type { Check, Problem, Skipped } from './problem';
import { roles } from './roles';
import { secrets } from './secrets';
import { ROLE_AND_SECRET_READS } from '../account/account-parts';
import { Reading } from '../account/reading';
import type { Account } from '../evidence/collect/account';
import type { ReadAction } from '../evidence/collect/account-reads';
import type { Gap } from '../evidence/model/gap';
import { isKnown } from '../facts/model/fact';
import { readServices, readStandaloneTasks } from '../facts/readers/service';
import type { Templates } from '../facts/template/templates';

/** What stands in the way of a deployment, what was left out, and what could not be read. */
export interface Verification {
  readonly problems: readonly Problem[];
  /** What was not checked, because only the deployment brings it, or because the account does not hold it. */
  readonly skipped: readonly Skipped[];
  readonly gaps: readonly Gap[];
}

const CHECKS: readonly Check[] = [
  images, secrets, logGroups, roles, permissions, addresses, certificates, listenerRules, names, stackNames, clusters, capacity,
];

/** Every call that the checks make. */
export const VERIFY_READS: readonly ReadAction[] = [
  'acm:DescribeCertificate',
  'cloudformation:DescribeStackResources',
  'cloudwatch:GetMetricStatistics',
  'ec2:DescribeSubnets',
  'ecr:BatchGetImage',
  'ecr:DescribeImages',
  'ecr:DescribeRepositories',
  'ecs:DescribeClusters',
  'ecs:DescribeServices',
  'elasticloadbalancing:DescribeLoadBalancers',
  'elasticloadbalancing:DescribeRules',
  'elasticloadbalancing:DescribeTargetGroups',
  ...ROLE_AND_SECRET_READS,
  'logs:DescribeLogGroups',
  'servicequotas:GetServiceQuota',
  'ssm:DescribeParameters',
  'sts:GetCallerIdentity',
];

/** Asks the account, before a deployment, for what templates refer to and do not create, and for what they create and is there. */
export async function verify(templates: Templates, account: Account): Promise<Verification> {
  const reading = new Reading(account);
  const services = readServices(templates);
  const tasks = [...services.flatMap(({ task }) => isKnown(task) ? task : []), ...readStandaloneTasks(templates)];
  const containers = tasks.flatMap(({ containers: each }) => isKnown(each) ? each : []);
  const found = (await Promise.all(CHECKS.map(check => check({ templates, tasks, containers, services }, reading)))).flat();
  return { problems: found.filter(isProblem), skipped: found.filter(each => !isProblem(each)), gaps: reading.gaps };
}

const isProblem = (found: Problem | Skipped): found is Problem => 'fix' in found;
