import type { BadConfiguration } from '../configuration';
import { override, remove } from '../parts/spoil';
import { STANDALONE_TASKS as SOUND } from '../sound/standalone-tasks';

const [TASK, RULE] = ['AWS::ECS::TaskDefinition', 'AWS::Events::Rule'];
const [{ declare: BY_STATE_MACHINE }, { declare: BY_EVENT }] = SOUND;

/** Tasks that no service runs, and that are started for as long as their work takes. */
export const STANDALONE_TASKS: readonly BadConfiguration[] = [
  {
    sentence: 'a privileged container in a task of a state machine',
    foundBy: ['fargate-supports-parameters'],
    ...override(BY_STATE_MACHINE, TASK, 'ContainerDefinitions.0.Privileged', true),
  },
  {
    sentence: 'a task of an event without logs',
    foundBy: ['container-logging'],
    ...remove(BY_EVENT, TASK, 'ContainerDefinitions.0.LogConfiguration'),
  },
  {
    sentence: 'a task of an event without a network configuration',
    foundBy: ['network-configuration-stated'],
    ...remove(BY_EVENT, RULE, 'Targets.0.EcsParameters.NetworkConfiguration'),
  },
];
