import * as api from '../src/index';

test('the public API is these names', () => {
  expect(Object.keys(api).sort()).toEqual([
    'Capacity', 'Deployment', 'EvidenceSource', 'FailureThreshold', 'FargateGuardrails', 'FargateHardening', 'Guardrail', 'GuardrailBaseline', 'GuardrailLevel', 'GuardrailProfile', 'GuardrailSetting',
    'HardenedFargateService', 'HardenedFargateTask', 'HardenedQueue', 'LoadBalancing', 'OptionalAlarm', 'SavedQueries', 'Scaling', 'ServiceDashboard',
    'SharedLoadBalancer', 'StopAnalysis', 'StopAnalyzer', 'StopAnalyzerDashboard', 'StopEvidence', 'StopForwarder', 'StopSeverity', 'VpcEndpoints',
  ]);
});
