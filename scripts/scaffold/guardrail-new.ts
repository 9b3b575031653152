import { report } from './report';
import { scaffoldGuardrail } from './scaffold-guardrail';

const [id, judges] = process.argv.slice(2);

report(() => scaffoldGuardrail(process.cwd(), id, judges), [
  `npx jest test/filled-in.test.ts test/guardrails/catalogue.test.ts test/guardrails/rules/${id} -t ${id}`,
  'npx jest test/guardrails/corpus/bad.test.ts test/guardrails/levels.test.ts',
  // Each service of these tests ships the bundle of its analyzer.
  'npx projen bundle && npm run test:wide -- test/guardrails/fixes',
  'npm run docs',
  'npm run compare',
]);
