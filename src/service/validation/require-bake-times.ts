import { type Duration, Token } from 'aws-cdk-lib';

/** How long a deployment that shifts traffic waits, and how often. */
interface BakeTimes {
  readonly bakeTime: Duration;
  readonly canaryBakeTime?: Duration;
  readonly stepBakeTime?: Duration;
  /** How often `stepBakeTime` passes. */
  readonly steps?: number;
}

/** ECS waits this long at most. */
const LONGEST_WAIT_MINUTES = 24 * 60;

/**
 * CloudFormation refuses a deployment that would wait longer.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-service-canaryconfiguration.html
 */
const LONGEST_DEPLOYMENT_MINUTES = 33 * 60;

/** Refuses times that ECS or CloudFormation refuses. */
export function requireBakeTimes({ steps = 1, ...times }: BakeTimes): void {
  const given = Object.entries(times).filter((time): time is [string, Duration] => time[1] !== undefined && !time[1].isUnresolved());
  for (const [prop, time] of given) requireWholeMinutes(prop, time);
  if (Token.isUnresolved(steps)) return;
  const minutes = given.reduce((sum, [prop, time]) => sum + time.toMinutes() * (prop === 'stepBakeTime' ? steps : 1), 0);
  if (minutes <= LONGEST_DEPLOYMENT_MINUTES) return;
  throw new Error(
    `${given.map(([prop]) => `'${prop}'`).join(' and ')} make a deployment wait ${minutes} minutes, but CloudFormation rejects one that `
      + `waits more than ${LONGEST_DEPLOYMENT_MINUTES}; shorten them`,
  );
}

function requireWholeMinutes(prop: string, time: Duration): void {
  const minutes = time.toMinutes({ integral: false });
  if (Number.isInteger(minutes) && minutes <= LONGEST_WAIT_MINUTES) return;
  const seconds = time.toSeconds({ integral: false });
  throw new Error(`'${prop}' is ${seconds} seconds, but ECS supports whole minutes up to ${LONGEST_WAIT_MINUTES}; round it`);
}

/** Refuses a share of the requests that ECS refuses. */
export function requirePercentOf(prop: string, percent: number, least: number): void {
  if (Token.isUnresolved(percent) || (percent >= least && percent <= 100)) return;
  throw new Error(`'${prop}' is ${percent}, but ECS shifts ${least} to 100 percent of the traffic at once`);
}
