import { guiltyContainer } from './guilty-container';
import { SIGKILL, STOPPED_BY_ECS } from '../../aws/exit-codes';
import type { ContainerEvidence, Evidence } from '../../evidence/model/evidence';
import { isGuardDuty } from '../../evidence/model/guardduty';
import { anyOf } from '../matching/any-of';

const HELPER = anyOf(
  'envoy', 'x-?ray', 'datadog', 'dd-agent', 'log[_-]?router', 'fluent', 'otel', 'adot', 'collector',
  'cloudwatch-agent', 'cwagent', 'newrelic', 'filebeat', 'vector', 'consul', 'linkerd', 'istio', 'proxy', 'sidecar',
  'appmesh', 'vault-agent', 'splunk-forwarder', 'service-connect',
);

/** The container that ended the task, if by its name it only helps another one. */
export function helperThatEndedFirst(evidence: Evidence): ContainerEvidence | undefined {
  const guilty = guiltyContainer(evidence);
  if (!guilty || !isHelper(guilty)) return undefined;
  const isServed = evidence.task.containers.some(container => container !== guilty && !isGuardDuty(container) && !isHelper(container));
  return isServed ? guilty : undefined;
}

/** Whether the container that was killed only helps another one, which had ended by itself: ECS then asks the helper to stop, too. */
export function helperWasLeftBehind(evidence: Evidence): boolean {
  const helper = helperThatEndedFirst(evidence);
  if (helper?.exitCode !== SIGKILL || helper.finishedAt !== undefined) return false;
  return evidence.task.containers.some(({ exitCode, essential }) =>
    essential !== false && exitCode !== undefined && !STOPPED_BY_ECS.includes(exitCode));
}

const isHelper = ({ name = '', image = '' }: ContainerEvidence): boolean =>
  HELPER.test(name) || HELPER.test(image.slice(image.lastIndexOf('/') + 1));
