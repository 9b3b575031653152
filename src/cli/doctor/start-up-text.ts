import { inColumns } from './services-table';
import type { StartUpReport } from '../../doctor/why-not-starting';
import { asSentence } from '../../guardrails/as-sentence';

/** The steps of a start as a checklist, and what could not be read. */
export const startUpAsText = ({ steps = [], gaps }: StartUpReport): string => [
  inColumns(steps.map(({ step, state, evidence }) => [`[${MARKS[state]}]`, step, state, asSentence(evidence)])),
  gaps.length > 0 ? ['not read', ...gaps.map(({ source, because }) => `  - ${source}: ${because}`)].join('\n') : '',
].filter(part => part !== '').join('\n\n');

const MARKS = { 'proven': 'x', 'failed': '!', 'not known': '?' } as const;
