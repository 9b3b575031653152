import * as api from '../src/index';

test('the public API is these names', () => {
  expect(Object.keys(api).sort()).toEqual([
    'Capacity', 'EvidenceSource', 'FargateGuardrails', 'Guardrail', 'GuardrailBaseline', 'GuardrailLevel', 'GuardrailProfile', 'GuardrailSetting',
    'HardenedFargateService', 'LoadBalancing', 'OptionalAlarm', 'SavedQueries', 'SharedLoadBalancer',
    'StopAnalysis', 'StopAnalyzer', 'StopEvidence', 'StopForwarder', 'StopSeverity', 'VpcEndpoints',
  ]);
});
