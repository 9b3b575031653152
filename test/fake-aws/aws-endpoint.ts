import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DynamoDb } from './dynamodb';
import { OPERATIONS, Refused } from './operations';
import { judged, mayCall, type Statement } from './role-policy';
import { type ApiRequest, protocolOf, readRequest, type Refusal } from './wire-protocols';

/** One request that reached the endpoint, whatever was answered. */
export interface RecordedCall {
  /** As IAM writes it, such as `sns:Publish`. */
  readonly action: string;
  readonly input: ApiRequest['input'];
  /** The access key that the request is signed with, and the Region that it is sent to. */
  readonly signedBy: string;
  readonly region: string;
  readonly refused: boolean;
  /** Whether the service did what it was asked for, as far as its answer tells. */
  readonly taken: boolean;
}

type Input = ApiRequest['input'];

/** Refusals that every service knows. */
export const DENIED: Refusal = { status: 403, code: 'AccessDenied', message: 'User is not authorized to perform this action.' };
export const THROTTLED: Refusal = { status: 400, code: 'ThrottlingException', message: 'Rate exceeded.' };
export const DOWN: Refusal = { status: 503, code: 'ServiceUnavailable', message: 'Service is unable to handle the request.' };

/** What a service can do instead of answering: close the connection, say nothing, or say what nobody can read; `foreign` is the page of a proxy. */
export type Fault = 'reset' | 'silence' | 'malformed' | 'empty' | 'foreign' | 'slow';

/** What an action that reads answers: always the same, or what a function makes of the input. */
export type Reading = object | ((input: ApiRequest['input']) => object);

/** What AWS allows between its clock and that of whoever signs a request. */
const MOST_SKEW = 5 * 60_000;
const SKEWED: Refusal = { status: 403, code: 'RequestTimeTooSkewed', message: 'The difference between the request time and the current time is too large.' };

/** What answers a call by its IAM action; it is rejected with an error that AWS names. */
type AnyAccount = (action: never, input: ApiRequest['input'], signal: AbortSignal) => Promise<object>;

/** A slow answer comes after so many milliseconds. */
const SLOW = 1_000;

/** The services of an account on the loopback interface, in the protocols that the AWS SDK speaks to them. */
export class AwsEndpoint {
  static async start(dynamoDb?: DynamoDb): Promise<AwsEndpoint> {
    const endpoint = new AwsEndpoint(dynamoDb);
    await new Promise<void>(resolve => endpoint.server.listen(0, '127.0.0.1', resolve));
    return endpoint;
  }

  readonly calls: RecordedCall[] = [];
  /** How often everything was forgotten. */
  recoveries = 0;
  /** How many milliseconds the clock of the services is ahead of ours; they refuse what was signed at another time. */
  clockOffset = 0;

  private readonly refusals = new Map<string, { readonly refusal: Refusal; readonly when: (input: Input) => boolean }>();
  private readonly faults = new Map<string, Fault>();
  private readonly readings = new Map<string, Reading>();
  private readonly answers = new Map<string, Readonly<Record<string, unknown>>>();
  private account: AnyAccount | undefined;
  private refusedEntry: object | undefined;
  private role: { readonly statements: readonly Statement[]; readonly topicKeyArn: string } | undefined;
  private interruption: { readonly call: number; readonly when: 'before' | 'after'; readonly interrupt: () => Promise<void> } | undefined;
  private readonly server: Server = createServer((request, response) => void this.respond(request, response));

  private constructor(private readonly dynamoDb: DynamoDb | undefined) {}

  /** What points an AWS SDK at this endpoint and nowhere else. */
  get environment(): Record<string, string> {
    return {
      AWS_ENDPOINT_URL: this.url,
      AWS_REGION: 'us-east-2',
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      AWS_EC2_METADATA_DISABLED: 'true',
    };
  }

  /** The URL of a queue at this endpoint; the SDK sends to the host in a queue's URL, whatever endpoint it was given. */
  queueUrl(name: string): string {
    return `${this.url}/111122223333/${name}`;
  }

  /** Refuses an action, such as `sns:Publish`, until `recover`; where `when` is given, only with such an input. */
  refuse(action: string, refusal: Refusal, when: (input: Input) => boolean = () => true): void {
    this.refusals.set(action, { refusal, when });
  }

  /** Denies what a role of these statements may not do; who publishes to the topic needs its key as well. Until `recover`. */
  actAs(statements: readonly Statement[], topicKeyArn: string): void {
    this.role = { statements, topicKeyArn };
  }

  /** Does something once, at the call of this number, before or after the service does what it is asked for. */
  at(call: number, when: 'before' | 'after', interrupt: () => Promise<void>): void {
    this.interruption = { call, when, interrupt };
  }

  /** Lets an action fail on the wire until `recover`. */
  fail(action: string, fault: Fault): void {
    this.faults.set(action, fault);
  }

  /** Answers an action with success and with these fields, whatever it is asked, until `recover`. */
  answer(action: string, fields: Readonly<Record<string, unknown>>): void {
    this.answers.set(action, fields);
  }

  /** Holds these things in the account, each by the action that reads it, until `recover`. */
  hold(readings: Readonly<Record<string, Reading>>): void {
    for (const [action, reading] of Object.entries(readings)) this.readings.set(action, reading);
  }

  /** Answers every other call as this account does, until `recover`. */
  serve(account: AnyAccount): void {
    this.account = account;
  }

  /** Takes no entry onto the event bus, though the call succeeds, until `recover`. */
  refuseEntries(refused: { readonly ErrorCode: string; readonly ErrorMessage: string }): void {
    this.refusedEntry = refused;
  }

  /** Answers everything again, and remembers what was called. */
  answerAgain(): void {
    this.refusals.clear();
    this.faults.clear();
  }

  /** Answers everything again, and forgets what was called. */
  recover(): void {
    this.answerAgain();
    this.role = undefined;
    this.interruption = undefined;
    this.clockOffset = 0;
    this.readings.clear();
    this.answers.clear();
    this.account = undefined;
    this.refusedEntry = undefined;
    this.calls.length = 0;
    this.recoveries++;
  }

  /** What was asked of one action. */
  inputsOf(action: string): ApiRequest['input'][] {
    return this.calls.filter(call => call.action === action).map(({ input }) => input);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }

  private get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  private async respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const protocol = protocolOf(request);
    const body = Buffer.concat(chunks).toString('utf8');
    const asked = readRequest(request, body);
    response.setHeader('date', new Date(Date.now() + this.clockOffset).toUTCString());
    try {
      this.requireSameTime(request);
      if (!asked) throw new Refused({ status: 403, code: 'MissingAuthenticationToken', message: 'Request is missing a signature.' });
      await this.interruptAt('before', this.calls.length + 1);
      this.admit(asked);
      const call = this.calls.length;
      const { status, result } = asked.service === 'dynamodb' && this.dynamoDb !== undefined
        ? await this.dynamoDb.answer(request, body)
        : { status: 200, result: protocol.writeResult(asked, await this.perform(asked)) };
      await this.interruptAt('after', call);
      const fault = this.faults.get(actionOf(asked));
      if (fault !== undefined) await FAULTS[fault](response);
      if (!response.writableEnded && fault !== 'silence' && fault !== 'reset') response.writeHead(status, { 'content-type': protocol.contentType }).end(result);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      response.writeHead(error.refusal.status, { 'content-type': protocol.contentType }).end(protocol.writeRefusal(error.refusal));
    }
  }

  /** What is signed more than five minutes before or after the time of the service is refused. */
  private requireSameTime({ headers }: IncomingMessage): void {
    const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(String(headers['x-amz-date'])) ?? [];
    const signed = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    if (Math.abs(Date.now() + this.clockOffset - signed) > MOST_SKEW) throw new Refused(SKEWED);
  }

  private async interruptAt(when: 'before' | 'after', call: number): Promise<void> {
    if (this.interruption?.when !== when || this.interruption.call !== call) return;
    const { interrupt } = this.interruption;
    this.interruption = undefined;
    await interrupt();
    if (when === 'before') throw new Refused(DOWN);
  }

  /** Why an action is refused, if it is. */
  private refusalOf(action: string, input: Input): Refusal | undefined {
    const { refusal, when } = this.refusals.get(action) ?? {};
    if (refusal !== undefined && when?.(input)) return refusal;
    if (this.role === undefined) return undefined;
    const { statements, topicKeyArn } = this.role;
    const keyUses = action === 'sns:Publish' ? ['kms:Decrypt', 'kms:GenerateDataKey'].map(use => ({ action: use, resource: topicKeyArn })) : [];
    return [judged(action, input), ...keyUses].every(call => mayCall(statements, call)) ? undefined : DENIED;
  }

  /** Records a call, and refuses it if it has to be. */
  private admit({ service, operation, input, signedBy, region }: ApiRequest): void {
    const action = actionOf({ service, operation });
    const refusal = this.refusalOf(action, input);
    const fault = this.faults.get(action);
    this.calls.push({ action, input, signedBy, region, refused: refusal !== undefined, taken: refusal === undefined && (fault === undefined || fault === 'slow') });
    if (refusal) throw new Refused(refusal);
  }

  private async perform({ service, operation, input }: ApiRequest): Promise<Readonly<Record<string, unknown>>> {
    const action = actionOf({ service, operation });
    if (this.refusedEntry && operation === 'PutEvents') return { FailedEntryCount: 1, Entries: [this.refusedEntry] };
    const answer = this.answers.get(action);
    if (answer) return answer;
    const reading = this.readings.get(action);
    const perform = (typeof reading === 'function' ? reading : reading && (() => reading)) ?? OPERATIONS[action];
    if (perform !== undefined) return signed(await perform(input) as Readonly<Record<string, unknown>>);
    if (this.account !== undefined) return readFrom(this.account, action, input);
    throw new Refused({ status: 400, code: 'InvalidAction', message: `The action ${action} is not valid for this endpoint.` });
  }
}

/** The answer with the checksums that SQS gives with each message. */
const signed = (answer: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => !Array.isArray(answer.Messages) ? answer : {
  ...answer,
  Messages: (answer.Messages as readonly { readonly Body: string }[]).map(message => ({ MD5OfBody: createHash('md5').update(message.Body).digest('hex'), ...message })),
};

/** What an account says, or what it refuses. */
async function readFrom(account: AnyAccount, action: string, input: ApiRequest['input']): Promise<Readonly<Record<string, unknown>>> {
  try {
    return { ...await account(action as never, input, AbortSignal.timeout(10_000)) };
  } catch (error) {
    const { name, message } = error as Error;
    throw new Refused({ status: 400, code: name, message });
  }
}

/** What a service signs as where its IAM actions begin otherwise. */
const SIGNED_AS: Readonly<Record<string, string>> = { monitoring: 'cloudwatch' };

const actionOf = ({ service, operation }: Pick<ApiRequest, 'service' | 'operation'>): string => `${SIGNED_AS[service] ?? service}:${operation}`;

const FAULTS: Readonly<Record<Fault, (response: ServerResponse) => Promise<unknown>>> = {
  reset: response => Promise.resolve(response.destroy()),
  silence: () => Promise.resolve(),
  malformed: response => Promise.resolve(response.writeHead(200).end('{"services": [{"serviceName": <')),
  empty: response => Promise.resolve(response.writeHead(200).end()),
  foreign: response => Promise.resolve(response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Sign in to continue</body></html>')),
  slow: () => new Promise(resolve => setTimeout(resolve, SLOW)),
};
