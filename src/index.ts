export { StopAnalyzer } from './analyzer/stop-analyzer';
export { type StopAnalyzerProps } from './analyzer/stop-analyzer-props';
export { type IStopAnalyzer, type StopAnalyzerAttributes } from './analyzer/stop-analyzer-reference';
export { EvidenceSource, StopEvidence } from './analyzer/access/stop-evidence';
export { StopForwarder, type StopForwarderProps } from './analyzer/stop-forwarder';
export { StopReaderRole, type StopReaderRoleProps } from './analyzer/stop-reader-role';
export { StopSeverity } from './analyzer/resources/stop-severity';
export { StopAnalyzerDashboard, type StopAnalyzerDashboardProps } from './dashboard/analyzer-dashboard';
export { ServiceDashboard, type ServiceDashboardProps } from './dashboard/service-dashboard';
export { FargateGuardrails } from './guardrails/plugin/fargate-guardrails';
export { type FargateGuardrailsProps } from './guardrails/plugin/settings/fargate-guardrails-props';
export { Guardrail } from './guardrails/plugin/settings/guardrail';
export { GuardrailBaseline } from './guardrails/plugin/settings/guardrail-baseline';
export { GuardrailLevel } from './guardrails/plugin/settings/guardrail-level';
export { GuardrailProfile } from './guardrails/plugin/settings/guardrail-profile';
export { GuardrailSetting } from './guardrails/plugin/settings/guardrail-setting';
export { type IServiceRule } from './guardrails/plugin/settings/service-rule';
export { type ContainerSummary, type ServiceSummary } from './guardrails/plugin/settings/service-summary';
export { VpcEndpoints } from './network/vpc-endpoints-choice';
export { type AlarmOptions, OptionalAlarm } from './observability/alarm-options';
export { SavedQueries, type SavedQueriesProps } from './observability/saved-queries';
export { Capacity, type SpotCapacityOptions } from './service/options/capacity';
export { Deployment } from './service/options/deployment';
export {
  type BlueGreenDeploymentOptions,
  type CanaryDeploymentOptions,
  type DeploymentOptions,
  type GuardedDeploymentOptions,
  type LinearDeploymentOptions,
  type RollingDeploymentOptions,
  type TrafficShiftOptions,
} from './service/options/deployment-options';
export { FailureThreshold } from './service/options/failure-threshold';
export { FargateHardening } from './service/fargate-hardening';
export { type FargateHardeningProps } from './service/fargate-hardening-props';
export { HardenedFargateService } from './service/hardened-fargate-service';
export { type HardenedFargateBaseProps } from './service/options/hardened-fargate-base-props';
export { type HardenedFargateServiceProps } from './service/options/hardened-fargate-service-props';
export { HardenedFargateTask } from './service/hardened-fargate-task';
export { type HardenedFargateTaskProps } from './service/options/hardened-fargate-task-props';
export { type RunBeforeDeploymentOptions } from './service/options/run-before-deployment-options';
export { type TaskScheduleOptions } from './service/options/task-schedule-options';
export { HardenedQueue, type HardenedQueueProps } from './service/scaling/hardened-queue';
export { type ListenerRuleOptions } from './service/load-balancing/listener-rule-options';
export { LoadBalancing } from './service/load-balancing/load-balancing';
export {
  type InternalLoadBalancingOptions,
  type LoadBalancingOptions,
  type PublicHttpsLoadBalancingOptions,
} from './service/load-balancing/load-balancing-options';
export { type NetworkLoadBalancingOptions } from './service/load-balancing/network-load-balancing-options';
export { Scaling } from './service/options/scaling';
export { type QueueScalingOptions, type ScalingLimits, type UtilizationScalingOptions } from './service/options/scaling-options';
export { SharedLoadBalancer } from './service/load-balancing/shared-load-balancer';
export { type SharedLoadBalancerProps } from './service/load-balancing/shared-load-balancer-props';
export { StopAnalysis } from './service/options/stop-analysis';
export { type IncidentsWidgetOptions } from './widget/incidents-widget';
export { type ContainerOptions, type SidecarOptions } from './service/task/container-options';
export { type FileSystemOptions } from './service/task/file-system';
export { type LogRouterOptions } from './service/task/log-router';
