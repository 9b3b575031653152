import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import type { Credentials } from './clients/sending.sdk';

/** The name that the calls have in the CloudTrail of the account that is read. */
const SESSION_NAME = 'hardened-fargate-stop-analyzer';

/** As long as a role allows by default. */
const SECONDS = 3_600;

/** What a role may be read with. */
export interface RoleSession {
  readonly credentials: Credentials;
  /** When it ends, in milliseconds. */
  readonly until: number;
}

/** Assumes a role; rejected with the error of AWS. */
export type AssumeRole = (roleArn: string, signal: AbortSignal) => Promise<RoleSession>;

export const assumeRole: AssumeRole = async (roleArn, abortSignal) => {
  const client = new STSClient({ maxAttempts: 2 });
  const command = new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: SESSION_NAME, DurationSeconds: SECONDS });
  const { Credentials: given } = await client.send(command, { abortSignal });
  const { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, SessionToken: sessionToken, Expiration } = given ?? {};
  if (!accessKeyId || !secretAccessKey || !sessionToken) {
    throw new Error('the response has no credentials, so another server might have sent it');
  }
  return { credentials: { accessKeyId, secretAccessKey, sessionToken }, until: Expiration?.getTime() ?? Date.now() + SECONDS * 1_000 };
};
