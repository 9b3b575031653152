export { StopAnalyzer, type StopAnalyzerProps } from './analyzer/stop-analyzer';
export { type IStopAnalyzer, type StopAnalyzerAttributes } from './analyzer/stop-analyzer-reference';
export { EvidenceSource, StopEvidence } from './analyzer/stop-evidence';
export { StopForwarder, type StopForwarderProps } from './analyzer/stop-forwarder';
export { StopSeverity } from './analyzer/stop-severity';
export { FargateGuardrails } from './guardrails/plugin/fargate-guardrails';
export { type FargateGuardrailsProps } from './guardrails/plugin/fargate-guardrails-props';
export { Guardrail } from './guardrails/plugin/guardrail';
export { GuardrailBaseline } from './guardrails/plugin/guardrail-baseline';
export { GuardrailLevel } from './guardrails/plugin/guardrail-level';
export { GuardrailProfile } from './guardrails/plugin/guardrail-profile';
export { GuardrailSetting } from './guardrails/plugin/guardrail-setting';
export { type IServiceRule } from './guardrails/plugin/service-rule';
export { type ContainerSummary, type ServiceSummary } from './guardrails/plugin/service-summary';
export { VpcEndpoints } from './network/vpc-endpoints-choice';
export { type AlarmOptions, OptionalAlarm } from './observability/alarm-options';
export { SavedQueries, type SavedQueriesProps } from './observability/saved-queries';
export { Capacity, type SpotCapacityOptions } from './service/capacity';
export { HardenedFargateService } from './service/hardened-fargate-service';
export { type HardenedFargateServiceProps } from './service/hardened-fargate-service-props';
export { type ListenerRuleOptions } from './service/listener-rule-options';
export { LoadBalancing } from './service/load-balancing';
export {
  type InternalLoadBalancingOptions,
  type LoadBalancingOptions,
  type PublicHttpsLoadBalancingOptions,
} from './service/load-balancing-options';
export { type ScalingOptions } from './service/scaling';
export { SharedLoadBalancer } from './service/shared-load-balancer';
export { type SharedLoadBalancerProps } from './service/shared-load-balancer-props';
export { StopAnalysis } from './service/stop-analysis';
