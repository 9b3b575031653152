import {
  ListHostedZonesByVPCCommand,
  Route53Client,
} from '@aws-sdk/client-route-53';
import { sending } from './sending.sdk';

export const open = sending(config => new Route53Client(config), {
  ListHostedZonesByVPC: ListHostedZonesByVPCCommand,
});
