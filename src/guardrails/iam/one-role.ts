import { type Fact, isKnown } from '../../facts/model/fact';
import type { RoleFacts } from '../../facts/model/role';

/** Whether a task certainly has one role for ECS and for the application. */
export const isOneRole = (executionRole: Fact<RoleFacts>, taskRole: Fact<RoleFacts>): boolean =>
  isKnown(executionRole) && isKnown(taskRole) && taskRole !== undefined && executionRole?.id === taskRole.id;
