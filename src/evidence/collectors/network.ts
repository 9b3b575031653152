import { judged } from './judged';

/** Whether the network of the task leads to what it needs to start. */
export const network = judged({
  name: 'network',
  tells: 'whether the task has a network path to the services that its startup needs',
  parts: ['network', 'hosted zones'],
  causes: [
    'pull/network', 'pull/s3-endpoint-policy', 'init/network', 'init/log-network', 'init/env-file', 'init/efs-dns', 'init/eni-no-free-ip',
  ],
});
