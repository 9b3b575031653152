import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

interface Places {
  readonly topic: ITopic;
  readonly log: ILogGroup;
  readonly incidents: ITable;
  readonly role: IRole;
  /** The accounts that have to trust the role. */
  readonly memberAccounts: readonly string[] | undefined;
}

/** Ends a deployment with what there is to subscribe to and to read: a topic without subscribers tells nobody. */
export function sayWhereToLook(analyzer: Construct, { topic, log, incidents, role, memberAccounts = [] }: Places): void {
  const say = (id: string, description: string, value: string) => new CfnOutput(analyzer, id, { description, value });
  // The topic of another stack is there already, with its subscribers; an output that imports it would tell nothing new.
  if (Stack.of(topic) === Stack.of(analyzer)) {
    const about = 'Subscribes an email address to incidents. Confirm the subscription in the email that arrives.';
    say('Subscribe', about, 'aws sns subscribe --protocol email '
      + `--topic-arn ${topic.topicArn} --notification-endpoint <address> --region ${Stack.of(analyzer).region}`);
  }
  say('LogGroupName', 'Every diagnosis, as one line of JSON', log.logGroupName);
  if (memberAccounts.length > 0) say('RoleArn', 'The role that each StopReaderRole in a member account trusts', role.roleArn);
  say('ListIncidents', 'Lists the incidents of a cluster', `hardened-fargate incidents --table ${incidents.tableName} --cluster <cluster>`);
}
