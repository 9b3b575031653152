import type { AccountPlace } from './account-place';
import type { AlarmAnswers } from './resources/alarm';
import type { ClusterAnswer } from './resources/cluster';
import type { FileSystemAnswers } from './resources/file-system';
import type { KeyAnswers } from './resources/key';
import type { LoadBalancerAnswers } from './resources/load-balancer';
import type { LogGroupAnswer } from './resources/log-group';
import type { RepositoryAnswers } from './resources/repository';
import type { RoleAnswers } from './resources/role';
import type { ScalableTargetAnswers } from './resources/scalable-target';
import type { SecretAnswers } from './resources/secret';
import type { SecurityGroupAnswer } from './resources/security-group';
import type { ServiceAnswer } from './resources/service';
import type { TargetGroupAnswers } from './resources/target-group';
import type { TaskDefinitionAnswer } from './resources/task-definition';
import type { VpcAnswers } from './resources/vpc';
import type { Known } from '../model/fact';

/**
 * What describe calls answered about services and everything that they use.
 *
 * A list of things that were looked up by their names may leave some out: nothing is known of those. A list that the account was asked
 * for as a whole is complete, or unknown.
 */
export interface AccountAnswers {
  readonly place: AccountPlace;
  readonly clusters: readonly ClusterAnswer[];
  readonly services: readonly ServiceAnswer[];
  readonly taskDefinitions: readonly TaskDefinitionAnswer[];
  readonly vpcs: readonly VpcAnswers[];
  readonly securityGroups: readonly SecurityGroupAnswer[];
  readonly targetGroups: readonly TargetGroupAnswers[];
  readonly loadBalancers: readonly LoadBalancerAnswers[];
  readonly roles: readonly RoleAnswers[];
  readonly logGroups: readonly LogGroupAnswer[];
  readonly fileSystems: readonly FileSystemAnswers[];
  readonly repositories: readonly RepositoryAnswers[];
  readonly secrets: readonly SecretAnswers[];
  readonly keys: readonly KeyAnswers[];
  readonly alarms: Known<AlarmAnswers>;
  readonly scalableTargets: Known<readonly ScalableTargetAnswers[]>;
}
