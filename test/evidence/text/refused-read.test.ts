import { readDocuments } from '../../../src/cli/input/gather-evidence';
import { diagnose } from '../../../src/diagnosis/diagnose';

const read = (text: string) => readDocuments('saved.txt', text, { verdictOn: stop => diagnose(stop) });
const refused = (code: string, operation: string, message: string): string => `An error occurred (${code}) when calling the ${operation} operation: ${message}`;

const NOT_FOUND = refused('ServiceNotFoundException', 'DescribeServices', 'Service not found.');

describe.each([
  ['a service that is not there', NOT_FOUND, 'check the name, the cluster, the Region, and the profile'],
  ['a cluster that is not there', `\n${refused('ClusterNotFoundException', 'ListTasks', 'Cluster not found.')}\n`, 'check the name, the cluster'],
  ['a stack that is not there', refused('ValidationError', 'DescribeStackEvents', 'Stack [shop] does not exist'), 'check the name'],
  ['a call that is denied', refused('AccessDeniedException', 'DescribeTasks', 'User: ada is not authorized to perform: ecs:DescribeTasks'), 'allow the operation'],
  ['credentials that have expired', refused('ExpiredTokenException', 'GetLogEvents', 'The security token included in the request is expired'), 'renew the credentials'],
  ['too many calls', refused('ThrottlingException', 'DescribeServices', 'Rate exceeded'), 'repeat the command'],
  ['a request that is wrong', refused('InvalidParameterException', 'DescribeTasks', 'Invalid identifier'), 'correct the command'],
  ['the words of the newest AWS CLI', `aws: [ERROR]: ${NOT_FOUND}`, 'check the name'],
  ['the command above its refusal', `$ aws ecs describe-services --cluster shop --services web\n\n${NOT_FOUND}`, 'check the name'],
  ['an endpoint that is not reached', 'Could not connect to the endpoint URL: "https://ecs.eu-wst-1.amazonaws.com/"', 'check the Region'],
  ['no Region', 'You must specify a region. You can also configure your region by running "aws configure".', 'name the Region'],
  ['a session that has ended', 'Error when retrieving token from sso: Token has expired and refresh failed', 'aws sso login'],
  ['no credentials', '$ aws ecs list-tasks --cluster shop\nUnable to locate credentials. You can configure credentials by running "aws configure".', 'sign in'],
])('a saved answer that tells of %s', (_, text, correction) => {
  const { evidence, noted, unreadable } = read(text);

  test('is no stop', () => expect([...evidence, ...noted]).toEqual([]));

  test('says what to correct', () => {
    expect(unreadable.map(({ message }) => message)).toEqual([expect.stringContaining(correction)]);
  });
});

test.each([
  ['a deployment', refused('InvalidParameterException', 'CreateService', 'The target group does not have an associated load balancer.')],
  ['data of the application', refused('AccessDenied', 'GetObject', 'Access Denied')],
  ['queues of the application', refused('AccessDenied', 'ListQueues', 'Access to the resource is denied.')],
  ['a call in a log', `2026-11-28 03:12:01 INFO starting\nbotocore.exceptions.ClientError: ${NOT_FOUND}`],
])('what was refused of %s stays a failure', (_, text) => expect(read(text).evidence).toHaveLength(1));

test('what else was saved beside a refusal is read', () => {
  expect(read(`${NOT_FOUND}\nStopped reason: OutOfMemoryError: Container killed due to memory usage`).evidence).toHaveLength(1);
});
