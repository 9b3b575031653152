import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';

const sns = new SNSClient({});

export async function handler({ Records }) {
  for (const { body } of Records) {
    const { detail } = JSON.parse(body);
    await sns.send(new PublishCommand({ TopicArn: process.env.DIAGNOSIS_TOPIC_ARN, Message: JSON.stringify({ stoppedReason: detail.stoppedReason }) }));
  }
  return { batchItemFailures: [] };
}
