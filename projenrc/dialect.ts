import type { javascript } from 'projen';

/** A line that is one URL, in a comment or a string: a URL cannot be broken. */
const LONE_URL = String.raw`^\s*(?:\* @see |\* |// )?['"]?https?://\S+$`;

/** Teaches ESLint the sizes that keep a file one idea, and one way to write what can be written in several. */
export function enforceDialect(eslint: javascript.Eslint): void {
  eslint.addRules({
    'import/no-default-export': ['error'],
    // `import type` where all is types, inline where some is; see consistent-type-imports below.
    '@typescript-eslint/no-import-type-side-effects': ['error'],
    '@stylistic/no-extra-parens': ['error', 'all', { nestedBinaryExpressions: false, ternaryOperandBinaryExpressions: false }],
    'no-restricted-syntax': ['error', {
      selector: 'ImportSpecifier[imported.name=/^aws_/]',
      message: "import a service from its own module: import * as ecs from 'aws-cdk-lib/aws-ecs'",
    }],
  });
  eslint.addOverride({
    files: ['src/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 150, skipBlankLines: true, skipComments: true }],
      '@stylistic/max-len': ['error', { code: 140, ignorePattern: LONE_URL }],
      'complexity': ['error', { max: 8 }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/explicit-member-accessibility': ['error', { overrides: { constructors: 'no-public' } }],
      'no-restricted-globals': 'off',
    },
  });
  // A catalog has a line for each of its things, however many there are.
  eslint.addOverride({ files: ['src/**/catalogue.ts', 'src/guardrails/plugin/settings/guardrail.ts'], rules: { 'max-lines': 'off' } });
}
