import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { synthesizedExamples } from '../../test/guardrails/fixes/examples';

// Keeps the examples of docs/GUARDRAILS.md, because their services take longer to synthesize than all other documents together.
const text = JSON.stringify(synthesizedExamples(), undefined, 2);
writeFileSync(join(__dirname, '..', '..', 'test', 'guardrails', 'fixes', 'examples.json'), `${text}\n`);
