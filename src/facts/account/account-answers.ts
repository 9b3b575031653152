import type { AccountPlace } from './account-place';
import type { AlarmAnswers } from './alarm';
import type { ClusterAnswer } from './cluster';
import type { FileSystemAnswers } from './file-system';
import type { KeyAnswers } from './key';
import type { LoadBalancerAnswers } from './load-balancer';
import type { LogGroupAnswer } from './log-group';
import type { RepositoryAnswers } from './repository';
import type { RoleAnswers } from './role';
import type { ScalableTargetAnswers } from './scalable-target';
import type { SecretAnswers } from './secret';
import type { SecurityGroupAnswer } from './security-group';
import type { ServiceAnswer } from './service';
import type { TargetGroupAnswers } from './target-group';
import type { TaskDefinitionAnswer } from './task-definition';
import type { VpcAnswers } from './vpc';
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
