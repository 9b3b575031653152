import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { AwsEndpoint, DENIED, THROTTLED } from './aws-endpoint';

let aws: AwsEndpoint;

const config = () => ({
  endpoint: aws.environment.AWS_ENDPOINT_URL,
  region: aws.environment.AWS_REGION,
  credentials: { accessKeyId: aws.environment.AWS_ACCESS_KEY_ID, secretAccessKey: aws.environment.AWS_SECRET_ACCESS_KEY },
});

const publish = (Message: string, Subject = 'A task stopped', MessageStructure?: string) =>
  new SNSClient(config()).send(new PublishCommand({ TopicArn: 'arn:aws:sns:us-east-2:111122223333:stops', Message, Subject, MessageStructure }));

beforeAll(async () => {
  aws = await AwsEndpoint.start();
});

afterEach(() => aws.recover());
afterAll(() => aws.stop());

test('an AWS SDK reads its answers as those of AWS', async () => {
  expect(await publish('a < b & "c"')).toEqual(expect.objectContaining({ MessageId: expect.any(String) }));
  expect(aws.inputsOf('sns:Publish')).toEqual([{ TopicArn: expect.any(String), Message: 'a < b & "c"', Subject: 'A task stopped' }]);
});

test('an AWS SDK reads its refusals as those of AWS', async () => {
  aws.refuse('sns:Publish', DENIED);
  await expect(publish('hello')).rejects.toMatchObject({ name: expect.stringContaining('AccessDenied'), $metadata: { httpStatusCode: 403 } });
  aws.refuse('sqs:SendMessage', DENIED);
  await expect(new SQSClient(config()).send(new SendMessageCommand({ QueueUrl: aws.queueUrl('dead'), MessageBody: 'hello' }))).rejects.toMatchObject({ name: 'AccessDenied' });
});

test('an AWS SDK that is throttled tries again', async () => {
  aws.refuse('sns:Publish', THROTTLED);
  await expect(publish('hello')).rejects.toMatchObject({ name: expect.stringContaining('Throttling') });
  expect(aws.inputsOf('sns:Publish')).toHaveLength(3);
});

test.each([
  ['a subject of two lines', 'hello', 'two\nlines', undefined],
  ['a message beyond 256 KiB', 'x'.repeat(262_145), undefined, undefined],
  ['a message of several forms without a default', '{"email":"hello"}', undefined, 'json'],
])('SNS refuses %s', async (_what, message, subject, structure) => {
  await expect(publish(message, subject, structure)).rejects.toMatchObject({ name: expect.stringContaining('InvalidParameter') });
});

test('a request without a signature is refused', async () => {
  const response = await fetch(aws.environment.AWS_ENDPOINT_URL, { method: 'POST', body: new URLSearchParams({ Action: 'Publish' }) });
  expect(response.status).toBe(403);
  expect(await response.text()).toContain('<Code>MissingAuthenticationToken</Code>');
});
