import {
  CloudTrailClient,
  LookupEventsCommand,
} from '@aws-sdk/client-cloudtrail';
import { sending } from './sending.sdk';

export const open = sending(config => new CloudTrailClient(config), {
  LookupEvents: LookupEventsCommand,
});
