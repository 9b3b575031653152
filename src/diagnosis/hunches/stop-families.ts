import type { StopFamily } from '../model/families';

/** What several causes are told with by ECS, up to the words that may be cut off. */
export interface Family {
  readonly name: StopFamily;
  readonly words: RegExp;
}

/** The more telling words first. */
export const STOP_FAMILIES: readonly Family[] = [
  { name: 'log router', words: /fluent|firelens|log router/i },
  { name: 'environment file', words: /env(?:ironment)? ?files?/i },
  { name: 'secret', words: /secret|registry auth|parameter store|\bssm\b/i },
  { name: 'log driver', words: /logg(?:ing|er)|log (?:driver|group|stream|opt)|cloudwatch/i },
  { name: 'ECR image', words: /(?:cannot ?pull|pull(?:ing)? image|image has been retried|resolve ref)[^]*\.dkr[.-]ecr/i },
  { name: 'image', words: /cannot ?pull|pull(?:ing)? image|image has been retried|resolve ref|registry|manifest/i },
  { name: 'EFS', words: /\befs\b|\bnfs4?\b|mount target|fs-[0-9a-f]{8}/i },
  { name: 'network interface', words: /network interface|\beni\b|subnet|\bip address/i },
  { name: 'role', words: /assume|\brole\b|trust/i },
  { name: 'Service Connect', words: /service ?connect|envoy|appnet/i },
  { name: 'service discovery', words: /service ?discovery|cloud ?map/i },
  { name: 'container health check', words: /container health check/i },
  { name: 'health check', words: /health check|unhealthy|target-?group/i },
  { name: 'memory', words: /memory|\boom/i },
  { name: 'storage', words: /volume|\bebs\b|storage|disk/i },
  { name: 'mount', words: /mount/i },
  { name: 'command', words: /exec|entry ?point|command|runc|\boci\b|container process/i },
  { name: 'timeout', words: /timed? ?out|timeout/i },
  {
    name: 'placement',
    words: /capacity|place a task|launch type|platform|compatible|not supported|(?:InvalidParameter|Client|Unsupported\w*)Exception/i,
  },
  { name: 'deployment', words: /deploy|roll(?:ed|ing)? ?back/i },
  { name: 'runtime', words: /CannotStart|ContainerRuntime|InternalError|agent/i },
];
