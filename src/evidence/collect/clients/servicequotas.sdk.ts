import {
  GetServiceQuotaCommand,
  ServiceQuotasClient,
} from '@aws-sdk/client-service-quotas';
import { sending } from './sending.sdk';

export const open = sending(config => new ServiceQuotasClient(config), {
  GetServiceQuota: GetServiceQuotaCommand,
});
