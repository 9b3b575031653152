import type { ContainerEvidence } from './evidence';

/** Whether GuardDuty put this container into the task; the task goes on without it. */
export const isGuardDuty = ({ name }: ContainerEvidence): boolean => name?.startsWith('aws-guardduty-agent') ?? false;
