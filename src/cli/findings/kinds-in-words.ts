import { countedParts } from '../../guardrails/findings-in-words';

/** What resources that are judged are called, each kind apart. */
const KINDS: Readonly<Record<string, string | undefined>> = {
  'AWS::ECS::Service': 'service',
  'AWS::ECS::TaskDefinition': 'task definition',
  'AWS::ECS::TaskSet': 'task set',
  'AWS::ECS::ExpressGatewayService': 'Express Mode service',
  'AWS::Batch::JobDefinition': 'job definition',
  'AWS::Events::Rule': 'EventBridge rule',
  'AWS::Scheduler::Schedule': 'schedule',
  'AWS::Pipes::Pipe': 'pipe',
  'AWS::StepFunctions::StateMachine': 'state machine',
};

/** How many resources there are of each kind, such as `2 services and 1 task definition`. */
export function kindsInWords(types: readonly string[]): string {
  const kinds = types.map(type => KINDS[type] ?? type);
  return countedParts([...new Set(kinds)].map(kind => [kinds.filter(each => each === kind).length, kind]));
}
