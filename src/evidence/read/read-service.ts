import { messagesIn } from './messages-in';
import { shortName } from '../../aws/arn';
import type { Evidence } from '../model/evidence';
import { isObject, objects, present, text, wholeNumber } from '../model/json-fields';

/** What a bundle says of the service, before it is joined with the rest. */
export type ServiceFindings = Pick<Evidence, 'service' | 'cluster' | 'serviceSettings'> & {
  readonly events: readonly string[];
};

/** Reads a service by its name, or as describe-services answers it. */
export function readService(value: unknown): ServiceFindings {
  if (!isObject(value)) return { ...present({ service: text(value) }), events: [] };
  const service = objects(value.services)[0] ?? value;
  const loadBalancer = objects(service.loadBalancers)[0] ?? {};
  const cluster = text(service.clusterArn);
  return {
    ...present({ service: text(service.serviceName), cluster: cluster && shortName(cluster) }),
    serviceSettings: present({
      desiredCount: wholeNumber(service.desiredCount),
      gracePeriodSeconds: wholeNumber(service.healthCheckGracePeriodSeconds),
      targetGroupArn: text(loadBalancer.targetGroupArn),
      containerPort: wholeNumber(loadBalancer.containerPort),
    }),
    events: messagesIn(service.events),
  };
}
