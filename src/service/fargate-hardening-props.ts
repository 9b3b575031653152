import type { Duration } from 'aws-cdk-lib';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { StopAnalysis } from './options/stop-analysis';
import type { AlarmOptions } from '../observability/alarm-options';

/** Props of `FargateHardening`. */
export interface FargateHardeningProps {
  /**
   * The longest time that the application needs to start, until it can serve requests.
   *
   * @default Duration.seconds(60)
   */
  readonly startupTime?: Duration;

  /**
   * The time that the application needs to finish its work after SIGTERM: 2 to 120 seconds. It is the stop timeout of
   * containers that have none.
   *
   * @default Duration.seconds(30)
   */
  readonly drainTime?: Duration;

  /**
   * Whether containers get a read-only root file system. An application that writes files needs volumes first; see
   * the guardrail `read-only-root`.
   *
   * @default false - the guardrail reports containers with a writable root file system
   */
  readonly readonlyRootFilesystem?: boolean;

  /**
   * The stop analyzer that diagnoses stopped tasks.
   *
   * @default StopAnalysis.inStack()
   */
  readonly stopAnalysis?: StopAnalysis;

  /**
   * The topic for alarms and diagnoses of stopped tasks.
   *
   * @default - the topic of the stop analyzer
   */
  readonly alarmTopic?: sns.ITopic;

  /**
   * Additional alarms, and whether an alarm rolls back deployments.
   *
   * @default - no additional alarms; with load balancing, a deployment whose tasks fail requests is rolled back
   */
  readonly alarms?: AlarmOptions;
}
