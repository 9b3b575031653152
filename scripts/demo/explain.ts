import { type Act, expect } from './act';
import { bold, caption, dim, show, wrap } from './stage';
import { contentOf, REGION, SHOWN_IN_SHORT, SHOWN_WHOLE, STILL_RUNNING, type StopFile } from './stops';
import type { Diagnosis } from '../../src/diagnosis/model/diagnosis';
import { ShippedAnalyzer } from '../../test/analyzer/shipped-analyzer';

/** A message as each kind of subscriber gets it. */
interface Message {
  readonly subject: string;
  readonly email: string;
  readonly diagnosis: Diagnosis;
}

/** What the analyzer delivered, by the name of the stop. */
export type Delivered = Map<string, Diagnosis>;

/** The fourth act: the shipped Lambda function in AWS's runtime client is told of stops, and people get mail. */
export const explain = (delivered: Delivered): Act => ({
  title: 'Tasks stop, and the analyzer diagnoses them',
  play: async () => {
    // Unless it is told to, the analyzer sends no message of a benign stop; here everything is to be seen.
    const analyzer = await ShippedAnalyzer.start(['failure', 'notice', 'benign'], [], { QUEUE_ARN: `arn:aws:sqs:${REGION}:111122223333:stops` });
    try {
      show('The AWS Lambda runtime client runs the function of the package, and passes it stop events as the queue does.',
        'The function published these messages to a local SNS endpoint. By default, the analyzer sends no message for',
        'a benign stop. Here it sends all messages.');
      for (const stop of SHOWN_WHOLE) {
        const { subject, email, diagnosis } = await report(stop, analyzer);
        delivered.set(stop.name, diagnosis);
        caption(`email for ${stop.name}`);
        show(`${dim('Subject:')} ${bold(subject)}`, '', email.trimEnd());
      }
      caption('the titles of the other diagnoses, from the event bus');
      for (const stop of SHOWN_IN_SHORT) {
        const diagnosis = await diagnosed(stop, analyzer);
        delivered.set(stop.name, diagnosis);
        show(`${diagnosis.severity.padEnd(8)} ${diagnosis.title}`);
      }
      await saysNothingOfWhatRuns(analyzer);
    } finally {
      await analyzer.stop();
    }
    expect(delivered.get('image-not-found')?.cause === 'pull/image-not-found', 'the missing image is named as such');
    expect(delivered.get('out-of-memory')?.cause === 'memory/container-limit', 'the memory limit is named as such');
    expect(delivered.get('scale-in-exit-137')?.severity === 'benign', 'scaling in is benign, although the container was killed');
    return `${delivered.size} stop events, ${delivered.size} diagnoses, with the evidence and the next steps for each failure.`;
  },
});

async function report(stop: StopFile, analyzer: ShippedAnalyzer): Promise<Message> {
  analyzer.aws.recover();
  await handOver(stop, analyzer);
  const [published, ...more] = analyzer.aws.inputsOf('sns:Publish');
  expect(published !== undefined && more.length === 0, `one message arrives about ${stop.name}, but ${more.length + (published ? 1 : 0)} did`);
  const { default: json, email } = JSON.parse(String(published.Message)) as Record<'default' | 'email', string>;
  const regions = [...email.matchAll(/--region (\S+)/g)].map(([, region]) => region);
  expect(regions.every(region => region === REGION), `every command is for ${REGION}, but they are for ${regions.join(', ')}`);
  return { subject: String(published.Subject), email, diagnosis: JSON.parse(json) as Diagnosis };
}

async function diagnosed(stop: StopFile, analyzer: ShippedAnalyzer): Promise<Diagnosis> {
  analyzer.aws.recover();
  await handOver(stop, analyzer);
  const entries = analyzer.aws.inputsOf('events:PutEvents').flatMap(({ Entries }) => Entries as readonly { readonly Detail: string }[]);
  expect(entries.length === 1, `one diagnosis of ${stop.name} is put on the event bus, but ${entries.length} were`);
  return JSON.parse(entries[0].Detail) as Diagnosis;
}

async function handOver(stop: StopFile, analyzer: ShippedAnalyzer): Promise<void> {
  const outcome = await analyzer.receive(contentOf(stop));
  expect(JSON.stringify(outcome) === '{"batchItemFailures":[]}', `the function takes ${stop.name} off the queue`);
}

async function saysNothingOfWhatRuns(analyzer: ShippedAnalyzer): Promise<void> {
  analyzer.aws.recover();
  await handOver(STILL_RUNNING, analyzer);
  const sent = [...analyzer.aws.inputsOf('sns:Publish'), ...analyzer.aws.inputsOf('sqs:SendMessage')];
  expect(sent.length === 0, 'an event of a running task makes no message and no dead letter');
  show('', ...wrap('The event of a running task causes no message.').map(dim));
}
