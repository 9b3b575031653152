import type { CauseId } from '../../causes/catalogue';

/** Causes that ECS tells in the same words, up to those that may be cut off. */
export interface Family {
  readonly words: RegExp;
  /** The more frequent first. */
  readonly causes: readonly CauseId[];
}

/** The more telling words first. */
export const STOP_FAMILIES: readonly Family[] = [
  { words: /fluent|firelens|log router/i, causes: ['init/firelens', 'init/log-config'] },
  { words: /env(?:ironment)? ?files?/i, causes: ['init/env-file', 'init/network'] },
  {
    words: /secret|registry auth|parameter store|\bssm\b/i,
    causes: ['init/network', 'init/secret-permission', 'init/secret-not-found', 'init/secret-wrong-reference'],
  },
  {
    words: /logg(?:ing|er)|log (?:driver|group|stream|opt)|cloudwatch/i,
    causes: ['init/log-network', 'init/log-permission', 'init/log-group-missing', 'init/log-config'],
  },
  {
    words: /(?:cannot ?pull|pull(?:ing)? image|image has been retried|resolve ref)[^]*\.dkr[.-]ecr/i,
    causes: ['pull/network', 'pull/image-not-found', 'pull/ecr-permission'],
  },
  {
    words: /cannot ?pull|pull(?:ing)? image|image has been retried|resolve ref|registry|manifest/i,
    causes: ['pull/network', 'pull/image-not-found', 'pull/registry-auth', 'pull/rate-limit'],
  },
  {
    words: /\befs\b|\bnfs4?\b|mount target|fs-[0-9a-f]{8}/i,
    causes: ['init/efs-network', 'init/efs-mount-target', 'init/efs-permission', 'init/efs-dns'],
  },
  { words: /network interface|\beni\b|subnet|\bip address/i, causes: ['init/eni-timeout', 'init/eni-no-free-ip'] },
  { words: /assume|\brole\b|trust/i, causes: ['init/role-assume'] },
  { words: /service ?connect|envoy|appnet/i, causes: ['init/service-connect', 'exit/sidecar'] },
  { words: /service ?discovery|cloud ?map/i, causes: ['init/service-discovery'] },
  { words: /container health check/i, causes: ['health/container', 'health/container-command'] },
  { words: /health check|unhealthy|target-?group/i, causes: ['health/elb', 'health/elb-slow-start'] },
  { words: /memory|\boom/i, causes: ['memory/container-limit', 'exit/killed'] },
  { words: /volume|\bebs\b|storage|disk/i, causes: ['init/volume', 'init/storage', 'pull/disk-full'] },
  { words: /mount/i, causes: ['start/mount-conflict', 'init/volume'] },
  {
    words: /exec|entry ?point|command|runc|\boci\b|container process/i,
    causes: ['start/command-not-found', 'start/exec-format', 'start/permission-denied', 'start/runtime'],
  },
  { words: /timed? ?out|timeout/i, causes: ['start/timeout', 'init/network'] },
  {
    words: /capacity|place a task|launch type|platform|compatible|not supported|(?:InvalidParameter|Client|Unsupported\w*)Exception/i,
    causes: ['capacity/configuration', 'capacity/unavailable', 'capacity/quota'],
  },
  { words: /deploy|roll(?:ed|ing)? ?back/i, causes: ['deploy/circuit-breaker', 'stop/deployment'] },
  { words: /CannotStart|ContainerRuntime|InternalError|agent/i, causes: ['start/runtime', 'start/timeout'] },
];
