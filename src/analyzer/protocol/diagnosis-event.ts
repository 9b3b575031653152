/** How a diagnosis is marked on the default event bus. Its source is not `aws.ecs`, so that no analyzer can match it and answer itself. */
export const DIAGNOSIS_EVENT = { source: 'hardened-fargate', detailType: 'Fargate Stop Diagnosis' } as const;

/** How a message about an incident is marked that no stop comes with, so that whoever counts diagnoses counts stops. */
export const INCIDENT_EVENT = { source: DIAGNOSIS_EVENT.source, detailType: 'Fargate Incident' } as const;
