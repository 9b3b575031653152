import * as api from '../src/index';

test('the public API is these names', () => {
  expect(Object.keys(api).sort()).toEqual([
    'Capacity', 'FargateGuardrails', 'GuardrailBaseline', 'GuardrailLevel', 'GuardrailProfile', 'HardenedFargateService', 'LoadBalancing',
    'OptionalAlarm',
    'StopAnalyzer', 'StopSeverity', 'VpcEndpoints',
  ]);
});
