import { UNKNOWN } from '../../model/fact';
import type { AccountResource } from '../model/account-resource';

/** A log group as DescribeLogGroups answers it. */
export interface LogGroupAnswer {
  readonly arn?: string;
  readonly logGroupName?: string;
  readonly retentionInDays?: number;
  readonly kmsKeyId?: string;
}

/** A log group, which task definitions and policies know by its name. */
export const logGroupResource = ({ logGroupName = '', retentionInDays, kmsKeyId }: LogGroupAnswer): AccountResource => ({
  id: logGroupId(logGroupName),
  type: 'AWS::Logs::LogGroup',
  properties: { LogGroupName: logGroupName, RetentionInDays: retentionInDays, KmsKeyId: kmsKeyId },
});

/** A log group that was not read may be there, or not. */
export const unreadLogGroup = (name: string): AccountResource => ({
  id: logGroupId(name),
  type: 'AWS::Logs::LogGroup',
  properties: { LogGroupName: name, RetentionInDays: UNKNOWN },
});

/** Its name alone could be that of anything else. */
export const logGroupId = (name: string): string => `log-group:${name}`;
