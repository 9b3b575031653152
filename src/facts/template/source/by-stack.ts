import type { TemplateSource } from './template-source';
import { memoized } from '../../../memoized';

/** The sources by their stacks; once for each list, which every variant of the templates shares. */
export const byStack = memoized((sources: readonly TemplateSource[]): ReadonlyMap<string, TemplateSource> =>
  new Map(sources.map(source => [source.stack, source])));
