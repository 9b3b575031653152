import { Command } from 'commander';
import type { BaselineOptions } from './baseline';
import { type CatalogueFormat, catalogueFormat, jsonFormat } from './catalogue-format';
import { judgeTemplates } from './judge-templates';
import { ABOUT_PARAMETERS, type DeployedOptions, withParameterOptions } from './read-deployed';
import { catalogueAsJson, catalogueAsMarkdown, catalogueAsRows } from '../../guardrails/describe';
import { colourOption, type When } from '../terminal/colour';
import { UNREADABLE } from '../terminal/exit-code';
import { print } from '../terminal/print';
import { twoColumns } from '../terminal/two-columns';

interface GuardrailsOptions extends BaselineOptions, DeployedOptions {
  readonly template?: readonly string[];
  readonly format: CatalogueFormat;
  readonly json?: true;
  readonly colour: When;
  readonly sarif?: true;
}

const PRINTED: Readonly<Record<CatalogueFormat, () => string>> = {
  table: () => twoColumns(catalogueAsRows()),
  markdown: () => catalogueAsMarkdown(),
  json: () => catalogueAsJson(),
};

const TEMPLATES = `
With --template, judges CloudFormation templates in JSON or YAML instead, such as cdk.out/*.template.json. Name all templates
of an app: they are read together, with the exports and the nested stacks that lead from one to another. The manifest.json
beside them tells where their stacks are deployed. What a CDK app acknowledges is not in its templates, so that it is
reported here.
${ABOUT_PARAMETERS}

The CloudFormation validator of the AWS CDK checks ECS resources as well. CDK_VALIDATION=false switches it off.

A baseline records findings by rule, template file, logical id and property. Findings in it do not count; entries without a
finding are named on standard error.

Exit codes: 0 no error was found, 1 an error was found, 2 a template or the command line cannot be read, or something in a
template that may run on Fargate was not judged.`;

/** `hardened-fargate guardrails`: every rule that a template is held against, or what a template does against them. */
export const guardrailsCommand = (): Command => withParameterOptions(new Command('guardrails')
  .description('print every guardrail, or judge templates by them')
  .option('--template <file...>', 'judge these CloudFormation templates'))
  .option('--baseline <file>', 'report only findings that this file does not record')
  .option('--write-baseline <file>', 'record the findings of today in this file')
  .addOption(catalogueFormat())
  .addOption(jsonFormat())
  .option('--sarif', 'print findings as SARIF 2.1.0, which code scanning reads')
  .addOption(colourOption())
  .addHelpText('after', TEMPLATES)
  .action(printOrJudge);

async function printOrJudge(options: GuardrailsOptions, command: Command): Promise<void> {
  if (options.template === undefined && options.sarif === true) {
    command.error('error: --sarif is for findings: name templates with --template', { exitCode: UNREADABLE });
  }
  if (options.template === undefined) print(PRINTED[options.format]());
  else await judgeTemplates(options.template, options, command);
}
