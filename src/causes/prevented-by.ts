// Generated from the rules by `npm run docs`.
import type { CauseId } from './catalogue';

export type PreventedBy = { readonly [cause in CauseId]?: readonly string[] };

/** The ids of the guardrails that refuse templates in which a cause would occur. */
export const PREVENTED_BY: PreventedBy = {
  'pull/image-not-found': [
    'image-pushed-before',
    'repository-keeps-images',
  ],
  'pull/image-digest-gone': [
    'image-pinned',
    'repository-keeps-images',
  ],
  'pull/ecr-permission': [
    'execution-role-pulls',
  ],
  'pull/rate-limit': [
    'image-not-rate-limited',
  ],
  'pull/network': [
    'egress-admits-start-up',
    'endpoint-admits-tasks',
    'network-reaches-ecr',
    'network-reaches-registry',
    'public-subnet-needs-public-ip',
  ],
  'pull/s3-endpoint-policy': [
    'endpoint-admits-tasks',
  ],
  'pull/platform-mismatch': [
    'architecture-stated',
    'image-platform-stated',
  ],
  'init/network': [
    'egress-admits-start-up',
    'endpoint-admits-tasks',
    'network-reaches-ecr',
    'network-reaches-secrets',
    'public-subnet-needs-public-ip',
    'vpc-dns-enabled',
  ],
  'init/secret-permission': [
    'execution-role-reads-secrets',
    'separate-roles',
  ],
  'init/secret-wrong-reference': [
    'secret-reference-valid',
  ],
  'init/secret-kms': [
    'execution-role-decrypts',
  ],
  'init/log-group-missing': [
    'log-group-declared',
  ],
  'init/log-permission': [
    'execution-role-creates-log-group',
    'execution-role-logs',
  ],
  'init/log-network': [
    'egress-admits-start-up',
    'endpoint-admits-tasks',
    'network-reaches-logs',
    'public-subnet-needs-public-ip',
  ],
  'init/efs-dns': [
    'vpc-dns-enabled',
  ],
  'init/efs-mount-target': [
    'network-reaches-efs',
  ],
  'init/efs-network': [
    'network-reaches-efs',
  ],
  'init/efs-permission': [
    'efs-in-transit-encryption',
    'file-system-admits-tasks',
  ],
  'init/env-file': [
    'execution-role-env-files',
    'network-reaches-env-files',
  ],
  'init/role-assume': [
    'roles-trusted-by-ecs-tasks',
  ],
  'init/eni-no-free-ip': [
    'subnet-capacity',
  ],
  'start/exec-format': [
    'architecture-stated',
    'image-platform-stated',
  ],
  'start/dependency': [
    'dependency-has-health-check',
  ],
  'memory/container-limit': [
    'container-memory-fits',
    'container-memory-limit',
  ],
  'exit/killed-after-stop-timeout': [
    'stop-timeout-limits',
  ],
  'exit/sidecar': [
    'essential-container',
  ],
  'app/missing-config': [
    'environment-fits',
  ],
  'health/elb-timeout': [
    'load-balancer-reaches-task',
  ],
  'health/elb-wrong-port': [
    'health-check-port-served',
    'load-balancer-names-container',
  ],
  'health/elb-slow-start': [
    'grace-period-covers-start',
  ],
  'health/elb': [
    'load-balancer-covers-zones',
    'target-type-ip',
  ],
  'health/container': [
    'health-check-command',
    'health-check-limits',
    'health-check-start-period',
  ],
  'stop/spot': [
    'spot-has-on-demand-base',
  ],
  'stop/infrastructure': [
    'multiple-availability-zones',
    'spare-task',
  ],
  'deploy/request-rejected': [
    'controller-supports-deployment',
    'network-in-one-vpc',
    'service-list-limits',
    'service-waits-for-listener',
    'target-group-has-listener',
  ],
  'capacity/configuration': [
    'fargate-supports-parameters',
    'fargate-task-size',
  ],
};
