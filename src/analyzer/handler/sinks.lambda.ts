import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { REQUEST_LIMITS } from '../protocol/time-limits';

/** The clients of the services that diagnoses are sent to. */
export interface Sinks {
  readonly eventBridge: EventBridgeClient;
  readonly sns: SNSClient;
  readonly sqs: SQSClient;
}

/** How a client of the SDK finds its service; in AWS Lambda the environment says so. */
interface ClientPlace {
  readonly endpoint?: string;
  readonly region?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** Clients that wait for no answer longer than an invocation can afford: by default the SDK waits until the function is stopped. */
export function openSinks(place: ClientPlace = {}): Sinks {
  const { maxAttempts, ...times } = REQUEST_LIMITS;
  const settings = { ...place, maxAttempts, requestHandler: { ...times, throwOnRequestTimeout: true } };
  return { eventBridge: new EventBridgeClient(settings), sns: new SNSClient(settings), sqs: new SQSClient(settings) };
}
