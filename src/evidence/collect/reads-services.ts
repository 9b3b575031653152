import { SOURCE_CALLS } from './source-calls';

/** Whether services are read with these kinds of evidence, and so are their tags. */
export const readsServices = (sources: readonly string[]): boolean =>
  sources.some(source => SOURCE_CALLS[source]?.includes('ecs:DescribeServices'));
