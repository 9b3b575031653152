import type { Duration } from 'aws-cdk-lib';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { StopAnalysis } from './options/stop-analysis';
import type { AlarmOptions } from '../observability/alarm-options';

/** What an existing service is given. */
export interface FargateHardeningProps {
  /**
   * How long the application needs from its start until it can serve requests, at worst.
   *
   * @default Duration.seconds(60)
   */
  readonly startupTime?: Duration;

  /**
   * How long the application needs to finish what it is doing when it is told to stop: 2 to 120 seconds. Containers that have no stop
   * timeout get it.
   *
   * @default Duration.seconds(30)
   */
  readonly drainTime?: Duration;

  /**
   * Whether containers get a read-only root. An application that writes needs volumes first: see the guardrail `read-only-root`.
   *
   * @default false - the guardrail says which containers have none
   */
  readonly readonlyRootFilesystem?: boolean;

  /**
   * Who says why a task stopped.
   *
   * @default StopAnalysis.inStack()
   */
  readonly stopAnalysis?: StopAnalysis;

  /**
   * The topic that alarms and diagnoses of stopped tasks are sent to.
   *
   * @default - that of the stop analyzer
   */
  readonly alarmTopic?: sns.ITopic;

  /**
   * What is watched beyond the alarms that every service has, and whether an alarm rolls deployments back.
   *
   * @default - nothing more is watched; with load balancing, a deployment whose tasks fail requests is rolled back
   */
  readonly alarms?: AlarmOptions;
}
