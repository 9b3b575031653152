import { gapsAsText } from './gaps-text';
import { inColumns } from './services-table';
import type { StartUpReport } from '../../doctor/why-not-starting';

/** The steps of a start as a checklist, and what could not be read. */
export const startUpAsText = ({ steps = [], gaps }: StartUpReport): string => [
  inColumns(steps.map(({ step, state, evidence }) => [`[${MARKS[state]}]`, step, state, evidence])),
  gapsAsText(gaps),
].filter(part => part !== '').join('\n\n');

const MARKS = { 'proven': 'x', 'failed': '!', 'not known': '?' } as const;
