export { StopAnalyzer, type StopAnalyzerProps } from './analyzer/stop-analyzer';
export { StopSeverity } from './analyzer/stop-severity';
export { FargateGuardrails } from './guardrails/fargate-guardrails';
export { VpcEndpoints } from './network/vpc-endpoints-choice';
export { Capacity, type SpotCapacityOptions } from './service/capacity';
export { HardenedFargateService } from './service/hardened-fargate-service';
export { type HardenedFargateServiceProps } from './service/hardened-fargate-service-props';
export { type InternalOptions, LoadBalancing, type LoadBalancingOptions, type PublicHttpsOptions } from './service/load-balancing';
export { type ScalingOptions } from './service/scaling';
