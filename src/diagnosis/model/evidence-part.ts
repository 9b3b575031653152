import type { Evidence } from '../../evidence/model/evidence';

/** A part of the evidence that can be had, or be missing, by itself. */
export type EvidencePart =
  'stop' | 'log' | 'serviceEvents' | 'targetHealth' | 'serviceSettings' | 'taskDefinition' | 'memoryUse'
  | 'images' | 'secrets' | 'resources' | 'simulated' | 'trail' | 'guardrails';

/** Where each part stands in the evidence; what names the service and the moment is always there to read. */
export const FIELDS_OF: Readonly<Record<EvidencePart, readonly (keyof Evidence)[]>> = {
  stop: ['task', 'change'],
  log: ['logTail'],
  serviceEvents: ['serviceEvents'],
  targetHealth: ['targetGroup'],
  serviceSettings: ['serviceSettings'],
  taskDefinition: ['taskDefinition'],
  memoryUse: ['memoryUse'],
  images: ['images'],
  secrets: ['secrets'],
  resources: ['resources'],
  simulated: ['simulated'],
  trail: ['trail'],
  guardrails: ['broken'],
};
