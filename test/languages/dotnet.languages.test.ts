import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GENERATED } from './built-packages';

const PROJECT = join(GENERATED, 'dotnet', 'HardenedFargate');
const read = (path: string): string => readFileSync(join(PROJECT, path), 'utf8');

test('the project for .NET has the name of its package, and depends on the AWS CDK and on constructs', () => {
  const project = read('HardenedFargate.csproj');
  expect(project).toContain('<PackageId>HardenedFargate</PackageId>');
  expect(project).toMatch(/<PackageReference Include="Amazon\.CDK\.Lib" Version="\[2\.271\.0,3\.0\.0\)"/);
  expect(project).toMatch(/<PackageReference Include="Constructs" Version="\[10\.5\.1,11\.0\.0\)"/);
});

test.each([
  ['HardenedFargateService', 'public class HardenedFargateService : Constructs.Construct'],
  ['HardenedFargateServiceProps', 'public class HardenedFargateServiceProps : HardenedFargate.IHardenedFargateServiceProps'],
  ['LoadBalancing', 'public static HardenedFargate.LoadBalancing PublicHttps('],
  ['FargateGuardrails', 'public static HardenedFargate.FargateGuardrails Register('],
  ['Guardrail', 'public static HardenedFargate.Guardrail CIRCUIT_BREAKER'],
  ['StopAnalyzer', 'public class StopAnalyzer : Constructs.Construct'],
])('the source of %s for .NET declares what the other languages have', (file, declaration) => {
  expect(read(join('HardenedFargate', `${file}.cs`))).toContain(declaration);
});

test('no name that is internal is public in .NET', () => {
  expect(read(join('HardenedFargate', 'LoadBalancing.cs'))).not.toMatch(/public [^(]*\b_\w+/);
});
