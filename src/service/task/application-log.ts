import { Size } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { HardenedFargateBaseProps } from '../options/hardened-fargate-base-props';
import type { Removal } from '../placement/removal';

/**
 * The log outlives the service, because it is read when things have gone wrong.
 *
 * It has CloudWatch's own encryption, which is always on, unless a key is given: a mistake in the policy of a key stops
 * every task from starting, and a key costs more than most logs.
 */
export function applicationLog(scope: Construct, props: HardenedFargateBaseProps, { records }: Removal): logs.ILogGroup {
  const { logGroup, logRetention, logEncryptionKey } = props;
  if (logGroup !== undefined) return asItIs(logGroup, { logRetention, logEncryptionKey });
  return new logs.LogGroup(scope, 'LogGroup', {
    retention: logRetention ?? logs.RetentionDays.THREE_MONTHS,
    encryptionKey: logEncryptionKey,
    removalPolicy: records,
  });
}

function asItIs(logGroup: logs.ILogGroup, decided: Readonly<Record<string, unknown>>): logs.ILogGroup {
  const [contrary] = Object.entries(decided).filter(([, value]) => value !== undefined);
  if (contrary === undefined) return logGroup;
  throw new Error(
    `'logGroup' and '${contrary[0]}' are both set, but an existing log group is used without changes; remove '${contrary[0]}', and `
      + 'set it where the log group is declared',
  );
}

/** Sends what a container says to a log group. */
export const logTo = (logGroup: logs.ILogGroup, streamPrefix: string): ecs.LogDriver => ecs.LogDrivers.awsLogs({
  logGroup,
  streamPrefix,
  // An application that blocks on its own log stops serving when CloudWatch does; it rather loses lines beyond the buffer.
  mode: ecs.AwsLogDriverMode.NON_BLOCKING,
  maxBufferSize: Size.mebibytes(25),
});
