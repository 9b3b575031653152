import { judged } from './judged';

/** Whether the network of the task leads to what it needs to start. */
export const network = judged({
  name: 'network',
  tells: 'whether the subnet and the security groups of the task lead to what it needs to start',
  parts: ['network', 'hosted zones'],
  causes: [
    'pull/network', 'pull/s3-endpoint-policy', 'init/network', 'init/log-network', 'init/env-file', 'init/efs-dns', 'init/eni-no-free-ip',
  ],
});
