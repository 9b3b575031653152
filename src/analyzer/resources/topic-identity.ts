import { Token } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';

/** A topic that is imported twice is one topic. */
export const identityOf = (topic: ITopic | undefined): string | undefined =>
  topic && Token.isUnresolved(topic.topicArn) ? topic.node.addr : topic?.topicArn;
