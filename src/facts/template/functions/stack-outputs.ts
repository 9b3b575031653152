import type { StackOutput } from './exports';
import { byStack } from '../source/by-stack';
import { at, type Resolved } from '../source/resolved';
import type { OutputReference, Resolving } from '../source/resolving';
import type { Expression, TemplateSource } from '../source/template-source';

/** The outputs that stacks read from each other by the name of the stack, across Regions and accounts. */
export class StackOutputs {
  private readonly byName = new Map<string, TemplateSource[]>();
  private readonly sources: ReadonlyMap<string, TemplateSource>;

  constructor(sources: readonly TemplateSource[]) {
    this.sources = byStack(sources);
    for (const source of sources) {
      if (source.name !== undefined) this.byName.set(source.name, [...this.byName.get(source.name) ?? [], source]);
    }
  }

  /** The outputs that may be meant; stages of one app may have stacks of the same name, and then the reader's own stage is meant. */
  public referred({ stackName, outputName, region, roleArn }: OutputReference, reader: string): readonly StackOutput[] {
    const reading = this.sources.get(reader);
    const own = reading?.environment ?? {};
    const inRegion = region ?? own.region;
    const inAccount = roleArn === undefined ? own.account : undefined;
    const fitting = (this.byName.get(String(stackName)) ?? []).filter(({ environment = {} }) =>
      maybeSame(environment.region, inRegion) && maybeSame(environment.account, inAccount));
    const nearest = fitting.filter(({ assembly }) => assembly === reading?.assembly);
    return (nearest.length > 0 ? nearest : fitting).flatMap(source => outputOf(source, String(outputName)));
  }
}

/**
 * What `Fn::GetStackOutput` gives.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getstackoutput.html
 */
export function readStackOutput(resolver: Resolving, argument: Expression, stack: string, depth: number): Resolved {
  const given = resolver.resolve(argument, stack, depth);
  const [stackName, outputName, written, roleArn] = ['StackName', 'OutputName', 'Region', 'RoleArn'].map(name => at(given, name));
  const region = typeof written === 'string' ? resolver.inEnvironmentOf(stack, written) : written;
  return resolver.readFrom({ stackName, outputName, region, roleArn }, stack, depth);
}

function outputOf({ stack, body }: TemplateSource, name: string): readonly StackOutput[] {
  const output = body.Outputs?.[name];
  return output === undefined ? [] : [{ output, stack }];
}

const maybeSame = (one: string | undefined, other: Resolved): boolean =>
  one === undefined || typeof other !== 'string' || other.includes('${') || one === other;
