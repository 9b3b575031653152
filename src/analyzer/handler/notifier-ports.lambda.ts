import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { lookingAtServices } from './collecting.lambda';
import { logDiagnosis } from './deliver.lambda';
import { digestsTo, type Destinations, destinationsOf } from './destinations.lambda';
import { mutesOf } from './mute-parameters.lambda';
import { lookingLater } from './second-look.lambda';
import type { Sinks } from './sinks.lambda';
import type { Diagnosis } from '../../diagnosis/model/diagnosis';
import { incidentTable } from '../../incidents/table/incident-table.sdk';
import type { NotifierPorts } from '../notifying/notifier-ports';
import { DIAGNOSIS_EVENT, INCIDENT_EVENT } from '../protocol/diagnosis-event';
import type { AnalyzerSettings } from '../protocol/environment';
import { REQUEST_LIMITS } from '../protocol/time-limits';

/** Tells of stops and incidents: programs of each stop, people of each incident. */
export function notifierPorts(sinks: Sinks, settings: AnalyzerSettings): NotifierPorts {
  const { maxAttempts, ...times } = REQUEST_LIMITS;
  const dynamoDb = new DynamoDBClient({ maxAttempts, requestHandler: { ...times, throwOnRequestTimeout: true } });
  const by = (destination: keyof Destinations, marks: typeof DIAGNOSIS_EVENT | typeof INCIDENT_EVENT) =>
    async (diagnosis: Diagnosis): Promise<void> => destinationsOf(sinks, settings, diagnosis, marks)[destination]?.();
  const mutes = mutesOf(settings);
  const store = incidentTable(dynamoDb, settings.tableName);
  const { messagesPerMinute } = settings;
  return {
    store,
    now: Date.now,
    isReported: severity => settings.notify.includes(severity),
    isMuted: (incident, diagnosis, place) => mutes.isMuted(incident, diagnosis, place),
    ...lookingAtServices(settings),
    ...lookingLater(sinks, settings),
    people: settings.chatTopicArn === undefined ? ['topic'] : ['topic', 'chat'],
    messagesPerMinute,
    takeTurn: async sink => messagesPerMinute === undefined || await store.takeTurn(sink, messagesPerMinute, Date.now()),
    sendDigest: digestsTo(sinks, settings),
    log: logDiagnosis,
    putOnBus: by('bus', DIAGNOSIS_EVENT),
    send: { topic: by('topic', INCIDENT_EVENT), chat: by('chat', INCIDENT_EVENT), bus: by('bus', INCIDENT_EVENT) },
  };
}
