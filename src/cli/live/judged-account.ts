import { DOCTOR_READS } from '../../account/doctor-reads';
import { shortName } from '../../aws/arn';
import { examine } from '../../doctor/examine';
import type { Collector } from '../../evidence/collectors/collector';

/** What guardrails find in the service and in what it uses, as the account has it after the stop: the same that doctor says. */
export const judgedAccount: Collector = {
  name: 'guardrails',
  tells: 'what guardrails find in the service and in what it uses',
  brings: ['guardrails'],
  calls: DOCTOR_READS,
  collect: async ({ task, cluster = task.clusterArn, service }, ask) => {
    if (cluster === undefined || service === undefined) return {};
    const { services = [] } = await examine({ read: ask.outcome }, { cluster: shortName(cluster), services: [service] });
    return { findings: services.flatMap(({ findings }) => findings).map(({ rule, seen }) => ({ rule: rule.id, seen })) };
  },
};
