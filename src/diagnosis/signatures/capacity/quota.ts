import { aws } from '../../advice/commands';
import { fields } from '../../advice/query';
import { inServiceEvents, inStopReason, together, type Wording } from '../../matching/wording';
import type { Signature } from '../../model/signature';

const WORDING: Wording = {
  sure: 'certain',
  says: 'a quota of the account is reached',
  words: [
    'reached the limit on the number',
    'configuration is above your limit',
    'provisioning capacity limit',
    'VcpuLimitExceeded',
    'LimitExceeded',
    'concurrently running tasks',
    'vCPUs you can run concurrently',
    'tasks you can run concurrently',
    'Desired count exceeds limit',
    'ServiceQuotaExceeded',
    'exceeds the quota',
    'exceeded your quota',
    'Network interface limit exceeded',
    'limit for network interfaces',
    'maximum number of (network interfaces|security groups)',
  ],
  unless: ['increase-rate-limit', 'CannotPull'],
};
const THROTTLED: Wording = {
  sure: 'likely',
  says: 'calls to an API are being throttled',
  words: [
    'ThrottlingException',
  ],
};

/** The account may not run more. */
export const capacityQuota: Signature = {
  cause: 'capacity/quota',
  atBest: 'certain',
  retriable: true,
  says: 'A quota of the account is reached, of vCPUs or of tasks. Stop what is not needed, or ask for more in Service Quotas.',
  toConfirm: 'Compare the quota of Fargate vCPUs with what runs.',
  reads: ['stop', 'serviceEvents'],
  concerns: 'service',
  oftenConfused: ['capacity/unavailable', 'capacity/configuration'],
  stopFamilies: { placement: 3 },
  consolePages: ['service'],
  seenIn: [
    {
      serviceEvent: '(service web) was unable to place a task. '
        + 'Reason: You’ve reached the limit on the number of vCPUs you can run concurrently.',
    },
    {
      serviceEvent: '(service web) was unable to place a task. '
        + "Reason: You've reached the limit on the number of tasks you can run concurrently",
    },
    { serviceEvent: '(service web) was unable to place a task. Reason: The requested MEMORY configuration is above your limit.' },
  ],
  clues: together(inStopReason(WORDING, THROTTLED), inServiceEvents({ ...WORDING, sure: 'possible' })),
  actions: evidence => [
    {
      title: 'Read the quotas of Fargate, and ask for more.',
      commands: [
        aws(evidence, 'service-quotas list-service-quotas --service-code fargate',
          `--query 'Quotas[].${fields('QuotaName', 'QuotaCode', 'Value')}'`),
      ],
      prop: 'scaling',
    },
  ],
};
