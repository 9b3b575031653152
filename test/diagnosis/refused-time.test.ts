import { evidenceOf } from './evidence-of';
import { diagnose } from '../../src/diagnosis/diagnose';
import { isEvidence, readEvidence } from '../../src/evidence/read/read-evidence';
import { readPlainText } from '../../src/evidence/text/read-plain-text';

const EXPIRED = 'Signature expired: 20260101T000000Z is now earlier than 20260101T001500Z (20260101T003000Z - 15 min.)';
const EARLY = 'Signature not yet current: 20260101T010000Z is still later than 20260101T001500Z (20260101T000000Z + 15 min.)';
const SKEWED = 'The difference between the request time and the current time is too large.';

/** How SDKs and tools print the answer, in one line or in several. */
const WRONG_TIMES: readonly (readonly [sdk: string, log: readonly string[]])[] = [
  ['the AWS CLI, STS', [`An error occurred (SignatureDoesNotMatch) when calling the GetCallerIdentity operation: ${EXPIRED}`]],
  ['boto3, SSM', [`botocore.exceptions.ClientError: An error occurred (InvalidSignatureException) when calling the GetParameter operation: ${EARLY}`]],
  ['boto3, S3', [`botocore.exceptions.ClientError: An error occurred (RequestTimeTooSkewed) when calling the ListObjectsV2 operation: ${SKEWED}`]],
  ['boto3, EC2', ['botocore.exceptions.ClientError: An error occurred (RequestExpired) when calling the DescribeInstances operation: Request has expired.']],
  ['JavaScript, S3', [`RequestTimeTooSkewed: ${SKEWED}`, '    at throwDefaultError (/app/node_modules/@smithy/smithy-client/dist-cjs/index.js:867:20)']],
  ['JavaScript, the code below the message', [`${EXPIRED} {`, "  code: 'SignatureDoesNotMatch',", '  statusCode: 403', '}']],
  ['Java, S3', [`com.amazonaws.services.s3.model.AmazonS3Exception: ${SKEWED} (Service: Amazon S3; Status Code: 403; Error Code: RequestTimeTooSkewed)`]],
  ['Go, SSM', [`operation error SSM: GetParameter, https response error StatusCode: 400, RequestID: 0a1b, api error InvalidSignatureException: ${EXPIRED}`]],
  ['Ruby, STS', [`Aws::STS::Errors::SignatureDoesNotMatch (${EXPIRED})`]],
  ['PHP, S3', [`S3Exception: Error executing "ListObjects" on "https://b.s3.amazonaws.com/"; Client error: 403 Forbidden RequestTimeTooSkewed (client): ${SKEWED}`]],
  ['the XML of the answer', ['<Error>', '  <Type>Sender</Type>', '  <Code>SignatureDoesNotMatch</Code>', `  <Message>${EXPIRED}</Message>`, '</Error>']],
];

test.each(WRONG_TIMES)('SignatureDoesNotMatch with an expired clock is not diagnosed as a missing credential: %s', (_, logTail) => {
  for (const task of [{}, { stopCode: 'EssentialContainerExited', containers: [{ name: 'app', exitCode: 1 }] }]) {
    const { cause, alternatives, clues } = diagnose(evidenceOf({ logTail, task }));
    expect(cause).toBe('exit/application-error');
    expect(alternatives.map(one => one.cause)).not.toContain('app/aws-credentials');
    expect(clues.map(({ says }) => says)).toContain('AWS refused the time of a request: the clock of the application is wrong, or the request waited too long');
  }
});

test.each(WRONG_TIMES)('nor is a text that holds nothing else: %s', (_, log) => {
  const text = readPlainText(log.join('\n'), isEvidence);
  expect(text?.values).toHaveLength(1);
  const { cause, alternatives } = diagnose(readEvidence(text?.values[0])[0]);
  expect([cause, ...alternatives.map(one => one.cause)]).not.toContain('app/aws-credentials');
});

const MISMATCH = 'The request signature we calculated does not match the signature you provided.';

test.each([
  ['the AWS CLI', `An error occurred (SignatureDoesNotMatch) when calling the PutObject operation: ${MISMATCH} Check your key and signing method.`],
  ['JavaScript', `SignatureDoesNotMatch: ${MISMATCH} Check your AWS Secret Access Key and signing method.`],
  ['Go', `api error InvalidSignatureException: ${MISMATCH} Check your AWS Secret Access Key and signing method.`],
  ['PHP', `S3Exception: Error executing "PutObject" on "https://b.s3.amazonaws.com/"; Client error: 403 Forbidden SignatureDoesNotMatch (client): ${MISMATCH}`],
])('a signature that does not match at the right time is a credential that is wrong, and not one that is missing: %s', (_, line) => {
  const { cause, summary, clues } = diagnose(evidenceOf({ logTail: [line] }));
  expect(cause).toBe('app/aws-credentials');
  expect(summary).toContain('no valid AWS credentials');
  expect(clues[0]).toMatchObject({ says: 'AWS rejected the signature of a request: the secret access key is wrong' });
});

test('keys that AWS does not accept are called rejected, and keys that are absent are called absent', () => {
  const says = (line: string) => diagnose(evidenceOf({ logTail: [line] })).clues[0]?.says;
  expect(says('An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: The security token included in the request is invalid.'))
    .toBe('AWS rejected the credentials of the application: they are wrong or expired');
  expect(says('botocore.exceptions.NoCredentialsError: Unable to locate credentials')).toBe('no AWS credentials were found');
});
