// Prints which rules of secretlint's recommended preset find a secret in each of the texts on standard input.
// A process of its own, because secretlint is made of ES modules, which jest loads only with a flag.
import { json } from 'node:stream/consumers';
import { lintSource } from '@secretlint/core';
import { creator, rules } from '@secretlint/secretlint-rule-preset-recommend';

// What was redacted hides nothing, though a redacted password still stands where a password stands.
const options = { allows: ['/\\[redacted\\]/'], enableIDScanRule: true };
const config = { rules: [{ id: creator.meta.id, rule: creator, options: {}, rules: rules.map(({ meta }) => ({ id: meta.id, options })) }] };

// Some rules look only into files of this name.
const file = { filePath: 'package.json', ext: '.json', contentType: 'text' };

const nameOf = id => id.replace('@secretlint/secretlint-rule-', '');

const found = [];
for (const content of await json(process.stdin)) {
  const { messages } = await lintSource({ source: { ...file, content }, options: { config, noPhysicFilePath: true } });
  found.push(messages.map(({ ruleId }) => nameOf(ruleId)));
}
const scanners = rules.filter(({ meta }) => meta.id !== '@secretlint/secretlint-rule-filter-comments');
console.log(JSON.stringify({ knows: scanners.map(({ meta }) => nameOf(meta.id)), found }));
