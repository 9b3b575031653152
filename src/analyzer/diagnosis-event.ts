/** How a diagnosis is marked on the default event bus. Its source is not `aws.ecs`, so that no analyzer can match it and answer itself. */
export const DIAGNOSIS_EVENT = { source: 'hardened-fargate', detailType: 'Fargate Stop Diagnosis' } as const;
