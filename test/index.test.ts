import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as api from '../src/index';

test('the public API is these names', () => {
  expect(Object.keys(api).sort()).toEqual([
    'Capacity', 'Deployment', 'EvidenceSource', 'FailureThreshold', 'FargateGuardrails', 'FargateHardening', 'Guardrail', 'GuardrailBaseline', 'GuardrailLevel', 'GuardrailProfile', 'GuardrailSetting',
    'HardenedFargateService', 'HardenedFargateTask', 'HardenedQueue', 'LoadBalancing', 'OptionalAlarm', 'SavedQueries', 'Scaling', 'ServiceDashboard',
    'SharedLoadBalancer', 'StopAnalysis', 'StopAnalyzer', 'StopAnalyzerDashboard', 'StopEvidence', 'StopForwarder', 'StopReaderRole', 'StopSeverity', 'VpcEndpoints',
  ]);
});

test('each parameter of the public API has a name, which jsii gives to other languages', () => {
  const source = (file: string) => readFileSync(join(__dirname, '..', 'src', file), 'utf8');
  const files = [...source('index.ts').matchAll(/from '\.\/(.+)'/g)].map(([, file]) => `${file}.ts`);
  expect(files.length).toBeGreaterThan(20);
  const isNameless = /^ {2}(?:constructor|public (?:static )?\w+)\((?:[^(){}]*, )?\{/m;
  expect(files.filter(file => isNameless.test(source(file)))).toEqual([]);
  expect(isNameless.test('  constructor(scope: Construct, id: string, { topic }: Props) {')).toBe(true);
});
