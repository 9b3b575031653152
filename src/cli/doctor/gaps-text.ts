import type { Examination } from '../../doctor/examine';

/** What could not be read, for people; empty where everything was. */
export const gapsAsText = (gaps: Examination['gaps']): string =>
  gaps.length > 0 ? ['not read', ...gaps.map(({ source, because }) => `  - ${source}: ${because}`)].join('\n') : '';
