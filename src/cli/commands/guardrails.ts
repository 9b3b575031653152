import { Command } from 'commander';
import { type CatalogueFormat, catalogueFormat } from './catalogue-format';
import { CATALOGUE } from '../../guardrails/catalogue';
import { catalogueAsJson, catalogueAsMarkdown } from '../../guardrails/describe';
import { print } from '../print';
import { twoColumns } from '../two-columns';

const PRINTED: Readonly<Record<CatalogueFormat, () => string>> = {
  table: () => twoColumns(CATALOGUE.map(({ id, level, title }) => [id, `${level}: ${title}`])),
  markdown: () => catalogueAsMarkdown(),
  json: () => catalogueAsJson(),
};

/** `hardened-fargate guardrails`: every rule that a template is held against. */
export const guardrailsCommand = (): Command => new Command('guardrails')
  .description('print every guardrail: what it holds, why, and how to mend what breaks it')
  .addOption(catalogueFormat())
  .action(({ format }: { format: CatalogueFormat }) => print(PRINTED[format]()));
