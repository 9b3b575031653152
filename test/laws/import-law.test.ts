import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LegacyESLint } from 'eslint/use-at-your-own-risk';
import { SOURCE_FILES } from './source-files';
import { IMPORT_LAW } from '../../projenrc/import-law';

interface LintConfig {
  readonly rules?: Readonly<Record<string, never>>;
  readonly overrides: readonly { readonly files: string[]; readonly rules?: Readonly<Record<string, never>> }[];
}

const ROOT = join(__dirname, '..', '..');

/** The law as it is in force, without the rules that need the types of the whole repository. */
const config = JSON.parse(readFileSync(join(ROOT, '.eslintrc.json'), 'utf8').replace(/^\/\/.*\n/, '')) as LintConfig;
const lawIn = (rules: LintConfig['rules'] = {}) =>
  Object.fromEntries(Object.entries(rules).filter(([rule]) => ['import/no-restricted-paths', 'no-restricted-imports'].includes(rule)));
const eslint = new LegacyESLint({
  cwd: ROOT,
  useEslintrc: false,
  overrideConfig: {
    parser: '@typescript-eslint/parser',
    plugins: ['import'],
    settings: { 'import/resolver': { node: { extensions: ['.ts'] } } },
    rules: lawIn(config.rules),
    overrides: config.overrides.map(({ files, rules }) => ({ files, rules: lawIn(rules) })),
  },
});

const folders = Object.keys(IMPORT_LAW);

/** The longest folder of the law that a file lies in. */
const folderOf = (file: string): string | undefined =>
  folders.filter(folder => file.startsWith(`src/${folder}/`)).sort((a, b) => b.length - a.length)[0];

const fileIn = (folder: string): string => SOURCE_FILES.find(file => folderOf(file) === folder && !/\.sdk\.ts$/.test(file))!;

test('every folder that the law names exists and has files', () => {
  expect(folders.filter(folder => !existsSync(join(ROOT, 'src', folder)) || fileIn(folder) === undefined)).toEqual([]);
});

test('every folder that the law lets import something is named before it', () => {
  const unknown = folders.flatMap((folder, index) =>
    IMPORT_LAW[folder].imports.filter(imported => !folders.slice(0, index).includes(imported)).map(imported => `${folder}: ${imported}`));
  expect(unknown).toEqual([]);
});

test('every folder of src/ is named by the law', () => {
  expect(SOURCE_FILES.filter(file => dirname(file) !== 'src' && folderOf(file) === undefined)).toEqual([]);
});

describe.each(folders)('src/%s', folder => {
  test('may not import from a folder above it, not even a type', async () => {
    const forbidden = folders.find(other => other !== folder && !IMPORT_LAW[folder].imports.includes(other))!;
    expect(await complaints(fileIn(folder), fileIn(forbidden))).toEqual(['import/no-restricted-paths']);
  });
});

test.each(folders.filter(folder => !folder.endsWith('/handler')))('src/%s may not import the AWS SDK', async folder => {
  expect(await complaints(fileIn(folder), '@aws-sdk/client-ecs')).toEqual(['no-restricted-imports']);
});

test.each(['aws', 'causes', 'facts/model', 'facts/template', 'evidence/read', 'diagnosis', 'report', 'guardrails', 'guardrails/rules', 'cli'])(
  'src/%s may not import the CDK', async folder => {
    expect(await complaints(fileIn(folder), 'aws-cdk-lib/aws-ecs')).toEqual(['no-restricted-imports']);
    expect(await complaints(fileIn(folder), 'constructs')).toEqual(['no-restricted-imports']);
  },
);

test.each(['aws', 'causes', 'facts/model', 'facts/readers', 'evidence/read', 'diagnosis', 'diagnosis/signatures', 'report', 'guardrails/rules'])(
  'src/%s may not import Node.js', async folder => {
    expect(await complaints(fileIn(folder), 'node:fs')).toEqual(['no-restricted-imports']);
    expect(await complaints(fileIn(folder), 'fs')).toEqual(['no-restricted-imports']);
  },
);

test('the function in Lambda sees the AWS SDK and not the CDK', async () => {
  expect(await complaints('src/analyzer/handler/stop-analyzer.lambda.ts', '@aws-sdk/client-sns')).toEqual([]);
  expect(await complaints('src/analyzer/handler/stop-analyzer.lambda.ts', 'aws-cdk-lib')).toEqual(['no-restricted-imports']);
});

test.each(['src/evidence/collect/account.sdk.ts', 'src/evidence/collect/clients/ecs.sdk.ts'])('%s sees the AWS SDK and not the CDK', async file => {
  expect(await complaints(file, '@aws-sdk/client-ecs')).toEqual([]);
  expect(await complaints(file, 'aws-cdk-lib')).toEqual(['no-restricted-imports']);
});

/** The rules of the law that refuse a type from a module in a file of the repository. */
async function complaints(file: string, module: string): Promise<readonly string[]> {
  const [{ messages }] = await eslint.lintText(`export type { Imported } from '${specifier(file, module)}';\n`, { filePath: join(ROOT, file) });
  return messages.map(({ ruleId }) => ruleId ?? 'syntax');
}

function specifier(file: string, module: string): string {
  if (!module.startsWith('src/')) return module;
  return `${dirname(file).split('/').map(() => '..').join('/')}/${module.replace(/\.ts$/, '')}`;
}
