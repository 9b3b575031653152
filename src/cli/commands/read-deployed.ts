import type { Command } from 'commander';
import { parseAssignment, parseParameters, type ParameterValues } from '../input/parse-parameters';
import { readTemplates, type ReadTemplates } from '../input/read-templates';
import { nameOf, readText } from '../input/read-text';
import { UnreadableInput } from '../input/unreadable-input';
import { refusedValues, withParameters } from '../input/with-parameters';
import { UNREADABLE } from '../terminal/exit-code';

/** Templates on the command line, with the values that they are deployed with. */
export interface DeployedOptions {
  readonly parameter?: readonly string[];
  readonly parameters?: readonly string[];
}

export const ABOUT_PARAMETERS = `
A parameter without a value from --parameter or --parameters has its default value. A finding that occurs only with the default
is a warning and states that. A finding that occurs with every allowed value has its normal level. A file of parameters has the
format of CloudFormation, of aws cloudformation deploy, or of CodePipeline.`;

/** Adds the options that say what the parameters of templates are. */
export const withParameterOptions = (command: Command): Command => command
  .option('--parameter <name=value...>', 'a value of a template parameter')
  .option('--parameters <file...>', 'a file with values of template parameters');

/** Reads templates with the values that the options give for their parameters. */
export async function readDeployed(files: readonly string[], options: DeployedOptions, command: Command): Promise<ReadTemplates> {
  const { sources, unreadable } = await readTemplates(files);
  const inFiles = await Promise.all((options.parameters ?? []).map(readParameterFile));
  const assigned = (options.parameter ?? []).map(text =>
    parseAssignment(text) ?? command.error(`error: --parameter '${text}' is not Name=Value`, { exitCode: UNREADABLE }));
  const values = new Map([...inFiles.flatMap(each => each instanceof UnreadableInput ? [] : [...each]), ...assigned]);
  return {
    sources: values.size === 0 ? sources : withParameters(sources, values),
    unreadable: [...unreadable, ...inFiles.filter(each => each instanceof UnreadableInput), ...refusedValues(sources, values)],
  };
}

async function readParameterFile(file: string): Promise<ParameterValues | UnreadableInput> {
  try {
    return parseParameters(nameOf(file), await readText(file));
  } catch (error) {
    if (error instanceof UnreadableInput) return error;
    throw error;
  }
}
