import { resolve } from 'node:path';
import { type Act, expect } from './act';
import { bold, caption, dim, show } from './stage';
import { contentOf, SHOWN_IN_SHORT, SHOWN_WHOLE, STILL_RUNNING, type StopFile } from './stops';
import { toEnvironment } from '../../src/analyzer/environment';
import type { Diagnosis } from '../../src/diagnosis/diagnosis';
import { AwsEndpoint } from '../../test/aws/aws-endpoint';
import { LambdaRuntime } from '../../test/aws/lambda-runtime';

const SETTINGS = toEnvironment({
  topicArn: 'arn:aws:sns:us-east-2:111122223333:stops',
  deadLetterQueueUrl: 'https://sqs.us-east-2.amazonaws.com/111122223333/stops-dead-letters',
  // Unless told to, the analyzer sends no message of a benign stop; here everything is to be seen.
  notify: ['failure', 'notice', 'benign'],
});

/** A message as each kind of subscriber gets it. */
interface Message {
  readonly subject: string;
  readonly email: string;
  readonly diagnosis: Diagnosis;
}

/** What the analyzer delivered, by the name of the stop. */
export type Delivered = Map<string, Diagnosis>;

/** The third act: the shipped Lambda function in AWS's runtime client is told of stops, and people get mail. */
export const explain = (delivered: Delivered): Act => ({
  title: 'Tasks stop, and the shipped Lambda function says why',
  play: async () => {
    const aws = await AwsEndpoint.start();
    const lambda = await LambdaRuntime.start({
      directory: resolve('assets', 'analyzer', 'stop-analyzer'),
      handler: 'index.handler',
      environment: { ...SETTINGS, ...aws.environment },
    });
    try {
      show('The bundle that users deploy, loaded by AWS\'s own Lambda runtime client, gets events as the queue hands them over.',
        'These messages arrived at an SNS endpoint on this machine, in the true wire protocol.');
      for (const stop of SHOWN_WHOLE) {
        const { subject, email, diagnosis } = await report(stop, aws, lambda);
        delivered.set(stop.name, diagnosis);
        caption(`e-mail about ${stop.name}`);
        show(`${dim('Subject:')} ${bold(subject)}`, '', email.trimEnd());
      }
      caption('and in short');
      for (const stop of SHOWN_IN_SHORT) {
        const { subject, diagnosis } = await report(stop, aws, lambda);
        delivered.set(stop.name, diagnosis);
        show(`${diagnosis.severity.padEnd(8)} ${subject}`);
      }
      await setsAsideWhatIsNoStop(aws, lambda);
    } finally {
      await Promise.all([lambda.stop(), aws.stop()]);
    }
    expect(delivered.get('image-not-found')?.cause === 'pull/image-not-found', 'the missing image is named as such');
    expect(delivered.get('out-of-memory')?.cause === 'memory/container-limit', 'the memory limit is named as such');
    expect(delivered.get('scale-in-exit-137')?.severity === 'benign', 'scaling in is benign, although the container was killed');
    return `${delivered.size} stops, ${delivered.size} messages: failures named with evidence and next steps, and no alarm about scaling in.`;
  },
});

async function report(stop: StopFile, aws: AwsEndpoint, lambda: LambdaRuntime): Promise<Message> {
  aws.recover();
  await handOver(stop, lambda);
  const [published, ...more] = aws.inputsOf('sns:Publish');
  expect(published !== undefined && more.length === 0, `one message arrives about ${stop.name}, but ${more.length + (published ? 1 : 0)} did`);
  const { default: json, email } = JSON.parse(String(published.Message)) as Record<'default' | 'email', string>;
  return { subject: String(published.Subject), email, diagnosis: JSON.parse(json) as Diagnosis };
}

async function handOver(stop: StopFile, lambda: LambdaRuntime): Promise<void> {
  const outcome = await lambda.invoke({ Records: [{ messageId: stop.name, body: contentOf(stop) }] });
  expect(JSON.stringify(outcome) === '{"batchItemFailures":[]}', `the function takes ${stop.name} off the queue`);
}

async function setsAsideWhatIsNoStop(aws: AwsEndpoint, lambda: LambdaRuntime): Promise<void> {
  aws.recover();
  await handOver(STILL_RUNNING, lambda);
  const [message] = aws.inputsOf('sqs:SendMessage');
  expect(message !== undefined && aws.inputsOf('sns:Publish').length === 0, 'an event of a running task goes to the dead-letter queue');
  const { reason } = message.MessageAttributes as { readonly reason: { readonly StringValue: string } };
  show('', dim(`A task that still runs is no stop: its event is in the dead-letter queue, with the reason "${reason.StringValue}"`));
}
