import type { DescribedService } from './described-services';

/** Whether a service has no running task though it should have some; false when nobody can tell. */
export const hasNoTaskLeft = (service: DescribedService): boolean =>
  service?.status === 'ACTIVE' && service.runningCount === 0 && Number(service.desiredCount) > 0;
