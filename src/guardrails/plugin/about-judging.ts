import { BASELINE_STALE, BASELINE_WRITTEN } from './acknowledging/apply-baseline';
import { ACKNOWLEDGEMENT_DOUBTFUL } from './acknowledging/doubtful-acknowledgements';
import { REPORT_UNWRITTEN } from './report-file';
import { ACKNOWLEDGEMENT_UNUSED } from './unused-acknowledgements';
import type { Words } from '../model/rule';

/** What judging itself reports and a user can weigh: an acknowledgment without a finding, or a report that was not written. */
export const ABOUT_JUDGING: readonly Words[] = [
  ACKNOWLEDGEMENT_DOUBTFUL, ACKNOWLEDGEMENT_UNUSED, BASELINE_STALE, BASELINE_WRITTEN, REPORT_UNWRITTEN,
];
