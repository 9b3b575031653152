import {
  ACMClient,
  DescribeCertificateCommand,
} from '@aws-sdk/client-acm';
import { sending } from './sending.sdk';

export const open = sending(config => new ACMClient(config), {
  DescribeCertificate: DescribeCertificateCommand,
});
