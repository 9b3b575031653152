import type { Reading } from '../account/reading';
import { isKnown } from '../facts/model/fact';

/** A quota as Service Quotas knows it. */
export interface QuotaCode {
  readonly ServiceCode: string;
  readonly QuotaCode: string;
}

/** How much an account may have of something in the Region. */
export interface Quota {
  readonly value: number;
  /** Its name and code, by which an increase is requested. */
  readonly name: string;
  /** How to request a quota of so much, as the begin of a sentence. */
  readonly increaseTo: (wanted: number) => string;
  /** What counts the use, where CloudWatch counts it. */
  readonly usage?: UsageMetric;
}

/** A metric of use as GetServiceQuota names it. */
export interface UsageMetric {
  readonly MetricNamespace?: string;
  readonly MetricName?: string;
  readonly MetricDimensions?: Readonly<Record<string, string>>;
}

/** The vCPUs of tasks that run at the same time. */
export const onDemand: QuotaCode = { ServiceCode: 'fargate', QuotaCode: 'L-3032A538' };
export const spot: QuotaCode = { ServiceCode: 'fargate', QuotaCode: 'L-36FBB829' };
export const ofServicesInCluster: QuotaCode = { ServiceCode: 'ecs', QuotaCode: 'L-9EF96962' };
export const ofListenerRules: QuotaCode = { ServiceCode: 'elasticloadbalancing', QuotaCode: 'L-7EED9B64' };

interface QuotaAnswer {
  readonly QuotaName?: string;
  readonly Value?: number;
  readonly UsageMetric?: UsageMetric;
}

/** A quota of the account; absent where it could not be read. */
export async function readQuota(code: QuotaCode, reading: Reading): Promise<Quota | undefined> {
  const answer = await reading.part<QuotaAnswer>('servicequotas:GetServiceQuota', { ...code }, 'Quota');
  if (!isKnown(answer) || answer?.Value === undefined) return undefined;
  return {
    value: answer.Value,
    name: `${answer.QuotaName ?? 'quota'}, ${code.QuotaCode}`,
    increaseTo: wanted => 'Run aws service-quotas request-service-quota-increase '
      + `--service-code ${code.ServiceCode} --quota-code ${code.QuotaCode} --desired-value ${Math.ceil(wanted)}`,
    usage: answer.UsageMetric,
  };
}
