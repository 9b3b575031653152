import { Command, Option } from 'commander';
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
With --template, the command checks CloudFormation templates in JSON or YAML, such as cdk.out/*.template.json. Pass all templates
of an app: they are read together, with exports and nested stacks. The file manifest.json in the same folder shows where their
stacks are deployed. Acknowledgments of a CDK app are not in its templates, so acknowledged findings are reported here.
${ABOUT_PARAMETERS}

The CloudFormation validator of the AWS CDK also checks ECS resources. CDK_VALIDATION=false turns it off.

A baseline records findings by guardrail, template file, logical id, and property. Recorded findings do not count. Standard error
lists entries that match no finding.

Exit codes: 0 no error was found, 1 an error was found, 2 a template or the command line cannot be read, or a resource that
might run on Fargate was not checked.`;

/** `hardened-fargate guardrails`: every rule that a template is held against, or what a template does against them. */
export const guardrailsCommand = (): Command => withParameterOptions(new Command('guardrails')
  .description('list the guardrails, or check templates with them')
  .option('--template <file...>', 'check these CloudFormation templates'))
  .option('--baseline <file>', 'report only findings that are not recorded in this file')
  .option('--write-baseline <file>', 'record the current findings in this file')
  .addOption(catalogueFormat())
  .addOption(jsonFormat())
  .addOption(new Option('--sarif', 'print findings as SARIF 2.1.0, for code scanning').conflicts('json'))
  .addOption(colourOption())
  .addHelpText('after', TEMPLATES)
  .action(printOrJudge);

async function printOrJudge(options: GuardrailsOptions, command: Command): Promise<void> {
  if (options.template === undefined && options.sarif === true) {
    command.error('error: --sarif needs --template', { exitCode: UNREADABLE });
  }
  if (options.template === undefined) print(PRINTED[options.format]());
  else await judgeTemplates(options.template, options, command);
}
