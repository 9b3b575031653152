import { type AnalyzerSettings, fromEnvironment, toEnvironment } from '../../src/analyzer/protocol/environment';

const settings: AnalyzerSettings = {
  analyzer: 'Shop',
  queueArn: 'arn:aws:sqs:us-east-2:111122223333:stops',
  queueUrl: 'https://sqs.us-east-2.amazonaws.com/111122223333/stops',
  topicArn: 'arn:aws:sns:us-east-2:111122223333:stops',
  deadLetterQueueUrl: 'https://sqs.us-east-2.amazonaws.com/111122223333/dead',
  tableName: 'incidents',
  messagesPerMinute: 10,
  notify: ['failure', 'notice'],
  chatTopicArn: 'arn:aws:sns:us-east-2:111122223333:chat',
  redactPersonalData: true,
  acknowledgedInTags: true,
  evidence: ['log', 'service'],
};

test('the handler reads what the construct writes', () => {
  expect(fromEnvironment(toEnvironment(settings))).toEqual(settings);
});

test('nobody to notify is a setting too', () => {
  expect(fromEnvironment(toEnvironment({ ...settings, notify: [] })).notify).toEqual([]);
});

test('nothing to read is a setting too', () => {
  expect(fromEnvironment(toEnvironment({ ...settings, evidence: [] })).evidence).toEqual([]);
});

test('a variable that is missing is named', () => {
  expect(() => fromEnvironment({})).toThrow("environment variable 'ANALYZER_NAME' is missing");
});
