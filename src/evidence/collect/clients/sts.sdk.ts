import {
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import { sending } from './sending.sdk';

export const open = sending(config => new STSClient(config), {
  GetCallerIdentity: GetCallerIdentityCommand,
});
