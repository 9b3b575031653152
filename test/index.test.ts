import * as api from '../src/index';

test('the public API is these names', () => {
  expect(Object.keys(api).sort()).toEqual([
    'Capacity', 'FargateGuardrails', 'Guardrail', 'GuardrailBaseline', 'GuardrailLevel', 'GuardrailProfile', 'GuardrailSetting',
    'HardenedFargateService', 'LoadBalancing', 'OptionalAlarm',
    'StopAnalyzer', 'StopSeverity', 'VpcEndpoints',
  ]);
});
