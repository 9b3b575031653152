import { Command } from 'commander';
import { type CatalogueFormat, catalogueFormat, jsonFormat } from './catalogue-format';
import { type CauseDescription, describeCauses } from '../documents/cause-description';
import { causesAsJson } from '../documents/causes-json';
import { defensesAsMarkdown } from '../documents/defenses-markdown';
import { print } from '../terminal/print';
import { twoColumns } from '../terminal/two-columns';

const PRINTED: Readonly<Record<CatalogueFormat, () => string>> = {
  table: () => twoColumns(describeCauses().map(cause => [cause.id, linesOfDefense(cause)])),
  markdown: defensesAsMarkdown,
  json: causesAsJson,
};

/** `hardened-fargate defenses`: what stands against each cause. */
export const defensesCommand = (): Command => new Command('defenses')
  .alias('defences')
  .description('list the defenses for each cause: default, guardrails, signature')
  .addOption(catalogueFormat())
  .addOption(jsonFormat())
  .action(({ format }: { format: CatalogueFormat }) => print(PRINTED[format]()));

const linesOfDefense = ({ defaults, guardrails, signatures }: CauseDescription): string => [
  ...defaults.map(({ prop }) => `default ${prop ?? 'always'}`),
  ...guardrails.map(({ id }) => `guardrail ${id}`),
  ...signatures.map(({ atBest }) => `signature (${atBest})`),
].join(', ') || '·';
