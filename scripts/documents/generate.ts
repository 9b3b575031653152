import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { GENERATED_DOCUMENTS } from './generated-documents';

void generate();

async function generate(): Promise<void> {
  for (const [file, text] of Object.entries(GENERATED_DOCUMENTS)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await text());
  }
}
