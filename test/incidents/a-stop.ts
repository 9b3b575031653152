import type { Stop } from '../../src/incidents/stop';
import { aDiagnosis } from '../diagnosis/a-diagnosis';

/** Minutes after the first of November 2026, as ISO 8601. */
export const minute = (minutes: number): string => new Date(Date.UTC(2026, 10, 1) + minutes * 60_000).toISOString();

/** The same, in milliseconds. */
export const at = (minutes: number): number => Date.parse(minute(minutes));

/** A stop of which a test names only what it is about. */
export const aStop = (given: Partial<Stop> = {}): Stop => ({
  key: 'task-0', incident: 'incident-1', seen: minute(0), diagnosis: aDiagnosis(), sinks: ['topic'], ...given,
});

/** A revision of the task definition, and a task of it. */
export const ofRevision = (revision: number): Pick<Stop, 'diagnosis'> => ({
  diagnosis: aDiagnosis({ taskDefinitionArn: `arn:aws:ecs:eu-west-1:111122223333:task-definition/checkout:${revision}` }),
});
