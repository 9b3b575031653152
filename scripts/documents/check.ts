import { GENERATED_DOCUMENTS } from './generated-documents';
import { reportStale } from './report-stale';

void Promise.all(Object.entries(GENERATED_DOCUMENTS).map(async ([file, text]) => ({ file, text: await text(), mendedBy: 'npx projen docs' }))).then(reportStale);
