import type { BadConfiguration } from '../configuration';
import { override, remove } from '../parts/spoil';
import { STANDALONE_TASKS as SOUND } from '../sound/standalone-tasks';

const [TASK, RULE] = ['AWS::ECS::TaskDefinition', 'AWS::Events::Rule'];
const [{ declare: BY_STATE_MACHINE }, { declare: BY_EVENT }] = SOUND;

/** Tasks that no service runs, and that are started for as long as their work takes. */
export const STANDALONE_TASKS: readonly BadConfiguration[] = [
  {
    sentence: 'a privileged container in a task that a state machine runs',
    foundBy: ['fargate-supports-parameters'],
    ...override(BY_STATE_MACHINE, TASK, 'ContainerDefinitions.0.Privileged', true),
  },
  {
    sentence: 'a task without logs that an EventBridge rule starts',
    foundBy: ['container-logging'],
    ...remove(BY_EVENT, TASK, 'ContainerDefinitions.0.LogConfiguration'),
  },
  {
    sentence: 'a task without a network configuration that an EventBridge rule starts',
    foundBy: ['network-configuration-stated'],
    ...remove(BY_EVENT, RULE, 'Targets.0.EcsParameters.NetworkConfiguration'),
  },
];
