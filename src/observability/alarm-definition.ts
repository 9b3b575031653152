import { Duration } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';

/** One alarm as a row of a table: what is watched, when that is bad, and what to tell the person who is paged. */
export interface AlarmDefinition {
  /** The construct id, on which the logical id depends: once published it stays. */
  readonly id: string;
  readonly metric: cloudwatch.IMetric;
  readonly operator: cloudwatch.ComparisonOperator;
  readonly threshold: number;
  /** How many of the last `evaluationPeriods` have to be bad. */
  readonly datapoints: number;
  readonly evaluationPeriods: number;
  readonly missingData: cloudwatch.TreatMissingData;
  /** What has happened, in whole sentences. */
  readonly means: string;
  /** What to do first, as an order. */
  readonly first: string;
}

/** How often ECS and the load balancer publish, so the shortest time that an alarm can tell apart. */
export const PERIOD = Duration.minutes(1);

/** The whole minutes of a time; of one that only deployment knows, the most that a deployment takes before ECS gives up on it. */
export const minutesOf = (time: Duration): number => time.isUnresolved() ? 60 : Math.ceil(time.toSeconds() / 60);
