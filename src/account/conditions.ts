import type { Reading } from './reading';
import { type StartedTasks, startedTasks } from './started-tasks';
import { shortName } from '../aws/arn';
import { type ServiceAnswer, targetGroupArnsOf } from '../facts/account/resources/service';
import { isKnown } from '../facts/model/fact';

/** What DescribeServices says of how a service runs, beside how it is set. */
interface RunningAnswer extends Omit<ServiceAnswer, 'deployments'> {
  readonly runningCount?: number;
  readonly deployments?: readonly RolloutAnswer[];
}

interface RolloutAnswer {
  readonly rolloutState?: string;
  readonly rolloutStateReason?: string;
  readonly failedTasks?: number;
}

/** A target as DescribeTargetHealth answers it. */
interface TargetAnswer {
  readonly Target?: { readonly Id?: string; readonly Port?: number };
  readonly TargetHealth?: { readonly State?: string; readonly Reason?: string; readonly Description?: string };
}

/** How a service runs. */
export interface Condition {
  readonly running: number | undefined;
  readonly desired: number | undefined;
  /** The tasks that ECS started lately; absent where nothing tells. */
  readonly started?: StartedTasks;
  /** What is wrong at this moment, as findings say it. */
  readonly problems: readonly string[];
}

/** Reads how a service runs: fewer tasks than desired, deployments that fail, and targets that are unhealthy. */
export async function readCondition(reading: Reading, service: ServiceAnswer): Promise<Condition> {
  const { runningCount: running, desiredCount: desired, deployments = [] } = service as RunningAnswer;
  const targets = await Promise.all([...new Set(targetGroupArnsOf(service))].map(arn => readTargets(reading, arn)));
  const started = startedTasks(service, Date.now());
  const problems = [...belowDesired(running, desired), ...deployments.flatMap(failing), ...targets.flat()];
  return { running, desired, ...started && { started }, problems };
}

function belowDesired(running: number | undefined, desired: number | undefined): readonly string[] {
  if (running === undefined || desired === undefined || running >= desired) return [];
  return [`${running} of ${desired} tasks ${running === 1 ? 'is' : 'are'} running`];
}

function failing({ rolloutState, rolloutStateReason, failedTasks = 0 }: RolloutAnswer): readonly string[] {
  const reason = rolloutStateReason === undefined ? '' : `: ${rolloutStateReason}`;
  if (rolloutState === 'FAILED') return [`a deployment failed${reason}`];
  return rolloutState === 'IN_PROGRESS' && failedTasks > 0
    ? [`a deployment is in progress, and ${failedTasks} of its tasks failed${reason}`]
    : [];
}

async function readTargets(reading: Reading, TargetGroupArn: string): Promise<readonly string[]> {
  const targets = await reading.all<TargetAnswer>(
    'elasticloadbalancing:DescribeTargetHealth', { TargetGroupArn }, 'TargetHealthDescriptions',
  );
  if (!isKnown(targets)) return [];
  return targets.filter(({ TargetHealth }) => TargetHealth?.State === 'unhealthy').map(({ Target, TargetHealth }) =>
    `target ${Target?.Id}:${Target?.Port} of ${groupName(TargetGroupArn)} is unhealthy: `
    + `${(TargetHealth?.Description ?? TargetHealth?.Reason ?? 'no reason is given').replace(/\.$/, '')}`);
}

/** `targetgroup/web/73e2d6bc24d8a067` holds the name in its middle. */
const groupName = (arn: string): string => arn.split('/').at(-2) ?? shortName(arn);
