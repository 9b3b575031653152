import { Command } from 'commander';
import { type CatalogueFormat, catalogueFormat, jsonFormat } from './catalogue-format';
import { describeCauses } from '../documents/cause-description';
import { causesAsJson } from '../documents/causes-json';
import { causesAsMarkdown } from '../documents/causes-markdown';
import { print } from '../terminal/print';
import { twoColumns } from '../terminal/two-columns';

const PRINTED: Readonly<Record<CatalogueFormat, () => string>> = {
  table: () => twoColumns(describeCauses().map(({ id, severity, summary }) => [id, `${severity}: ${summary}`])),
  markdown: causesAsMarkdown,
  json: causesAsJson,
};

/** `hardened-fargate causes`: every cause that a diagnosis can name. */
export const causesCommand = (): Command => new Command('causes')
  .description('list the causes that a diagnosis can name')
  .addOption(catalogueFormat())
  .addOption(jsonFormat())
  .action(({ format }: { format: CatalogueFormat }) => print(PRINTED[format]()));
