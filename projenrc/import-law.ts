import type { javascript } from 'projen';

/**
 * Which folders of `src/` a folder may import from; itself always.
 *
 * The arrows point one way, so that a rule can be read without the CDK and a diagnosis without AWS.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  aws: [],
  causes: [],
  facts: ['aws'],
  evidence: ['aws', 'causes'],
  diagnosis: ['aws', 'causes', 'evidence'],
  report: ['aws', 'causes', 'evidence', 'diagnosis'],
  guardrails: ['aws', 'causes', 'facts'],
  network: ['aws'],
  observability: ['aws'],
  analyzer: ['aws', 'causes', 'guardrails', 'evidence', 'diagnosis', 'report'],
  service: ['aws', 'network', 'observability', 'analyzer', 'guardrails'],
  cli: ['aws', 'causes', 'facts', 'guardrails', 'evidence', 'diagnosis', 'report'],
};

/** Folders of judgement: plain data in, plain data out. */
const PURE = ['aws', 'causes', 'diagnosis', 'evidence', 'report', 'guardrails/rules', 'facts/model'].map(folder => `src/${folder}/**/*.ts`);

const OUTSIDE_WORLD = ['aws-cdk-lib', 'aws-cdk-lib/*', 'constructs', '@aws-sdk/*', 'node:*', 'fs', 'path', 'os', 'http', 'https', 'child_process'];

/** Teaches ESLint the law of imports. */
export function enforceImportLaw(eslint: javascript.Eslint): void {
  const rooms = Object.keys(MAY_IMPORT);
  eslint.addRules({
    'import/no-restricted-paths': ['error', {
      zones: rooms.map(room => ({
        target: `./src/${room}`,
        from: rooms.filter(other => other !== room && !MAY_IMPORT[room].includes(other)).map(other => `./src/${other}`),
        message: `src/${room} may import only from: ${['itself', ...MAY_IMPORT[room]].join(', ')} (projenrc/import-law.ts)`,
      })),
    }],
  });
  eslint.addOverride({
    files: PURE,
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group: OUTSIDE_WORLD, message: 'this folder judges plain data: read first, judge later' }] }] },
  });
}
