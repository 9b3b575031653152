import { Option } from 'commander';

/** How a catalog is printed: for people, for documents, for programs. */
export type CatalogueFormat = 'table' | 'markdown' | 'json';

/** The option with which every catalog command takes its format. */
export const catalogueFormat = (): Option =>
  new Option('--format <format>', 'the output format')
    .choices(['table', 'markdown', 'json'] satisfies readonly CatalogueFormat[])
    .default('table');

/** The short name of the format for programs. */
export const jsonFormat = (): Option =>
  new Option('--json', 'the same as --format json').implies({ format: 'json' satisfies CatalogueFormat });
