import type { Form } from './form';
import { parseArn } from '../../../aws/arn';
import { type JsonObject, objects, present, text } from '../../model/json-fields';
import { type Findings, NO_TASK } from '../../model/partial-evidence';

/** What describe-stack-events answers. */
export const stackEvents: Form = {
  name: 'the output of describe-stack-events',
  recognizes: ({ stackEvents: events, stackResources }) => Array.isArray(events) || Array.isArray(stackResources),
  read: ({ stackEvents: events, stackResources }) => {
    const all = objects(events ?? stackResources);
    const failed = all.filter(isFailure);
    const telling = failed.filter(isOfEcs).length > 0 ? failed.filter(isOfEcs) : failed.slice(-1);
    if (telling.length > 0) return { findings: withoutRepeats(telling.map(failure)) };
    const waiting = all.find(event => isOfEcs(event) && /_IN_PROGRESS$/.test(statusOf(event)));
    if (waiting !== undefined) return { findings: [{ ...failure(waiting), change: waitingChange(waiting) }] };
    return { healthy: ['no resource of the stack failed'] };
  },
};

/** What describe-stacks answers. */
export const stacks: Form = {
  name: 'the output of describe-stacks',
  recognizes: ({ stacks: list }) => Array.isArray(list) && list.length > 0,
  read: ({ stacks: list }) => {
    const failed = objects(list).filter(({ stackStatus }) => /FAILED|ROLLBACK/.test(text(stackStatus) ?? ''));
    if (failed.length === 0) return { healthy: ['no stack failed'] };
    return {
      findings: failed.map(({ stackStatus, stackStatusReason }) =>
        stackFailure(text(stackStatusReason) ?? `the stack is ${String(stackStatus)}`)),
    };
  },
};

/** A resource of a stack that CloudFormation could not make, update or delete. */
export const stackFailure = (reason: string, service?: string): Findings => ({
  task: NO_TASK,
  change: { kind: 'deployment', eventName: 'STACK_RESOURCE_FAILED', eventType: 'ERROR', reason },
  ...present({ service }),
});

const waitingChange = (event: JsonObject): Findings['change'] => ({
  kind: 'deployment',
  eventName: 'STACK_WAITS_FOR_SERVICE',
  eventType: 'WARN',
  reason: text(event.resourceStatusReason) ?? `${String(event.logicalResourceId)} is ${statusOf(event)}`,
});

function failure({ resourceStatusReason, logicalResourceId, physicalResourceId, resourceStatus }: JsonObject): Findings {
  const reason = text(resourceStatusReason) ?? `${String(logicalResourceId)} is ${String(resourceStatus)}`;
  const service = parseArn(text(physicalResourceId));
  if (service?.kind !== 'service') return stackFailure(reason);
  const { region, account, cluster, name } = service;
  return { ...stackFailure(reason, name), ...present({ region, account, cluster }) };
}

const statusOf = ({ resourceStatus }: JsonObject): string => text(resourceStatus) ?? '';

/** What CloudFormation gave up because something else failed says nothing. */
const isFailure = (event: JsonObject): boolean =>
  /_FAILED$/.test(statusOf(event)) && !/cancell?ed/i.test(text(event.resourceStatusReason) ?? '');

const isOfEcs = ({ resourceType }: JsonObject): boolean => text(resourceType)?.startsWith('AWS::ECS::') ?? false;

const withoutRepeats = (findings: readonly Findings[]): readonly Findings[] =>
  findings.filter(({ change }, index) => findings.findIndex(other => other.change?.reason === change?.reason) === index);
