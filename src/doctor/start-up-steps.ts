/** One step on the way from a created task to one that serves. */
export interface StartUpStep {
  readonly name: string;
  /** The causes that say that the step failed; one that ends in a hyphen or a slash means all that begin like it. */
  readonly causes: readonly string[];
  /** The guardrails whose findings say that the step fails. */
  readonly guardrails: readonly string[];
  /** The earlier steps that a failure of this one proves, because something answered. */
  readonly proves: readonly string[];
}

/**
 * The steps in their order.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-lifecycle-explanation.html
 */
export const START_UP_STEPS: readonly StartUpStep[] = [
  {
    name: 'network interface',
    causes: ['init/eni-', 'init/service-linked-role'],
    guardrails: ['subnet-capacity'],
    proves: [],
  },
  {
    name: 'DNS',
    causes: [],
    guardrails: ['vpc-dns-enabled'],
    proves: ['network interface'],
  },
  {
    name: 'registry login',
    causes: [
      'pull/ecr-permission', 'pull/network', 'pull/registry-auth', 'pull/registry-tls', 'pull/transient-network', 'init/network',
      'init/role-assume',
    ],
    guardrails: [
      'egress-admits-start-up', 'endpoint-admits-tasks', 'execution-role-pulls', 'network-reaches-ecr', 'network-reaches-registry',
      'public-subnet-needs-public-ip', 'roles-trusted-by-ecs-tasks',
    ],
    proves: ['network interface'],
  },
  {
    name: 'image',
    causes: ['pull/'],
    guardrails: ['architecture-stated', 'image-pushed-before'],
    proves: ['network interface', 'DNS', 'registry login'],
  },
  {
    name: 'secrets',
    causes: ['init/secret-', 'init/env-file'],
    guardrails: [
      'execution-role-decrypts', 'execution-role-env-files', 'execution-role-reads-secrets', 'network-reaches-env-files',
      'network-reaches-secrets', 'secret-reference-valid',
    ],
    proves: ['network interface', 'DNS'],
  },
  {
    name: 'log',
    causes: ['init/log-', 'init/firelens'],
    guardrails: ['execution-role-creates-log-group', 'execution-role-logs', 'log-options-complete', 'network-reaches-logs'],
    proves: ['network interface'],
  },
  {
    name: 'volumes',
    causes: ['init/efs-', 'init/storage', 'init/volume'],
    guardrails: ['efs-access-point-root', 'mount-names-volume', 'network-reaches-efs'],
    proves: ['network interface'],
  },
  {
    name: 'container',
    causes: ['start/', 'exit/', 'memory/', 'app/'],
    guardrails: ['container-memory-fits', 'dependency-has-health-check', 'essential-container', 'fargate-supports-parameters'],
    proves: ['network interface', 'DNS', 'registry login', 'image', 'secrets', 'log', 'volumes'],
  },
  {
    name: 'health check',
    causes: ['health/container'],
    guardrails: ['health-check-command', 'health-check-limits'],
    proves: ['network interface', 'DNS', 'registry login', 'image', 'secrets', 'log', 'volumes', 'container'],
  },
  {
    name: 'target',
    causes: ['health/'],
    guardrails: ['health-check-port-served', 'load-balancer-names-container', 'load-balancer-reaches-task', 'target-type-ip'],
    proves: ['network interface', 'DNS', 'registry login', 'image', 'secrets', 'log', 'volumes', 'container'],
  },
];
