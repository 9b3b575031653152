import { aws } from '../../advice/commands';
import { fields } from '../../advice/query';
import { inServiceEvents, inStopReason, together, type Wording } from '../../matching/wording';
import type { Signature } from '../../model/signature';

const WORDING: Wording = {
  sure: 'certain',
  says: 'the account has reached a quota',
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
  unless: ['increase-rate-limit', 'CannotPull', 'RequestLimitExceeded'],
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
  says: 'The account has reached a quota for Fargate vCPUs or tasks. Stop tasks that are not needed, or request an '
    + 'increase in Service Quotas.',
  toConfirm: 'Compare the quota for Fargate vCPUs with the vCPUs of the running tasks. '
    + 'If the new task would exceed the quota, this is the cause.',
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
      title: 'Read the quotas of Fargate, and request an increase.',
      commands: [
        aws(evidence, 'service-quotas list-service-quotas --service-code fargate',
          `--query 'Quotas[].${fields('QuotaName', 'QuotaCode', 'Value')}'`),
      ],
      prop: 'scaling',
    },
  ],
};
