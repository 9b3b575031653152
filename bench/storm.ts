import type { Measurement } from './table';
import { type StormOutcome, weather } from '../test/analyzer/storm';

const STORM = { services: 50, stops: 10_000, duplicates: 20, functions: 4, messagesPerMinute: 10 };
const EVENTS = STORM.stops * (1 + STORM.duplicates / 100);

const OTHERS = /^(?:dynamodb|events|sns|sqs):/;

/** Dollars in us-east-1, by what is billed. */
const PRICES = {
  write: 0.625e-6, read: 0.125e-6, event: 1e-6, message: 0.5e-6, queue: 0.4e-6, request: 0.2e-6, second: 0.25 * 13.3334e-6, logByte: 0.5e-9,
};

/** 10,000 stops of 50 services that crash in a loop, a fifth of the events twice, in random order. */
export async function measureStorm(): Promise<readonly Measurement[]> {
  const outcome = await weather(STORM);
  const { told, messages, counts, calls, seconds, peakMegabytes } = outcome;
  const reads = Object.entries(calls).filter(([action]) => !OTHERS.test(action)).reduce((sum, [, count]) => sum + count, 0);
  return [
    { what: 'storm: first messages of 50 services', value: String(told.filter(({ incident }) => incident?.notification === 'first').length) },
    { what: 'storm: messages that tell of them, digests among them', value: String(messages) },
    { what: 'storm: stops counted of 10,000', value: counts.reduce((sum, count) => sum + count, 0).toLocaleString('en') },
    { what: 'storm: read calls an incident', value: (reads / STORM.services).toFixed(1) },
    { what: 'storm: calls of DynamoDB a stop', value: (dynamoDbCalls(calls) / STORM.stops).toFixed(1) },
    { what: 'storm: events a second, four functions and their AWS on one machine', value: Math.round(EVENTS / seconds).toLocaleString('en') },
    { what: 'storm: most memory of a function', value: `${Math.round(peakMegabytes)} MB` },
    { what: 'storm: cost of a million stops', value: `$${(dollars(outcome) / STORM.stops * 1e6).toFixed(2)}` },
  ];
}

const dynamoDbCalls = (calls: StormOutcome['calls']): number => (calls['dynamodb:UpdateItem'] ?? 0) + (calls['dynamodb:GetItem'] ?? 0);

/** An update is billed as one unit and as two where an incident has grown; two are assumed. The functions are billed while they run. */
function dollars({ calls, seconds, logBytes }: StormOutcome): number {
  const batches = EVENTS / 10;
  return 2 * PRICES.write * (calls['dynamodb:UpdateItem'] ?? 0)
    + PRICES.read * (calls['dynamodb:GetItem'] ?? 0)
    + PRICES.event * (calls['events:PutEvents'] ?? 0)
    + PRICES.message * (calls['sns:Publish'] ?? 0)
    + PRICES.queue * (EVENTS + 2 * batches)
    + PRICES.request * batches
    + PRICES.second * seconds * STORM.functions
    + PRICES.logByte * logBytes;
}
