import type { Case } from './answers';
import type { CauseId } from '../../src/causes/catalogue';

/** What collectors find in an account in which this was the cause, as fields of an evidence bundle. */
type Held = Readonly<Record<string, unknown>>;

const broken = (rule: string, seen: string): Held => ({ findings: [{ rule, seen }] });

/** A default route that is missing is what most networks lack; a cause that leaves nothing in the account has no line here. */
const HELD: { readonly [cause in CauseId]?: Held } = {
  'pull/network': broken('network-reaches-registry', 'route table rtb-1 of subnet-1 has no route to the registry'),
  'pull/s3-endpoint-policy': broken('endpoint-admits-tasks', 'the policy of the endpoint vpce-1 does not allow s3:GetObject'),
  'pull/ecr-permission': broken('execution-role-pulls', 'no policy of the execution role allows ecr:BatchGetImage'),
  'pull/image-not-found': { images: [{ image: 'the image of the task', missing: 'image' }] },
  'pull/platform-mismatch': { images: [{ image: 'the image of the task', platforms: ['linux/arm64'], wanted: 'linux/amd64' }] },
  'init/network': broken('network-reaches-ecr', "from subnet-1 (route table rtb-1), a task cannot reach 'ecr.api'"),
  'init/log-network': broken('network-reaches-logs', "from subnet-1 (route table rtb-1), a task cannot reach 'logs'"),
  'init/log-permission': broken('execution-role-logs', 'no policy of the execution role allows logs:CreateLogStream'),
  'init/log-group-missing': { resources: [{ kind: 'log group', name: 'the log group of the task', isMissing: true }] },
  'init/secret-permission': broken('execution-role-reads-secrets', 'no policy of the execution role allows secretsmanager:GetSecretValue'),
  'init/secret-not-found': { secrets: [{ reference: 'the secret of the task', isMissing: true }] },
  'init/secret-kms': broken('execution-role-decrypts', 'no policy of the execution role allows kms:Decrypt'),
  'init/role-assume': broken('roles-trusted-by-ecs-tasks', 'the role does not trust ecs-tasks.amazonaws.com'),
  'init/efs-mount-target': broken('network-reaches-efs', 'there is no mount target of fs-1 in the zone of the task'),
  'init/efs-network': broken('network-reaches-efs', 'the security groups of the mount target fsmt-1 admit no traffic of the task'),
  'init/eni-no-free-ip': { resources: [{ kind: 'subnet', name: 'subnet-1', freeAddresses: 0 }] },
  'health/elb-wrong-port': broken('health-check-port-served', 'no container of the task serves the port of the health check'),
};

/** The case with what its account held; what the reporter quoted of it stands before that. */
export const withAccount = (one: Case): Case => ({ ...HELD[one.cause as CauseId], ...one });
