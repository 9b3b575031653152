import { byStack } from '../source/by-stack';
import type { Environment } from '../source/environment';
import type { TemplateOutput, TemplateSource } from '../source/template-source';

/** An output, and the stack that has it. */
export interface StackOutput {
  readonly output: TemplateOutput;
  readonly stack: string;
}

/** The outputs that stacks share by name with others of their assembly, Region and account. */
export class Exports {
  private readonly byName = new Map<string, StackOutput[]>();
  private readonly sources: ReadonlyMap<string, TemplateSource>;

  constructor(sources: readonly TemplateSource[]) {
    this.sources = byStack(sources);
    for (const { stack, body } of sources) {
      for (const output of Object.values(body.Outputs ?? {})) this.add({ output, stack });
    }
  }

  /** The outputs that a stack may mean by a name; under conditions there may be more than one. */
  public named(name: string, stack: string): readonly StackOutput[] {
    const importing = this.sources.get(stack);
    return (this.byName.get(name) ?? []).filter(exported => mayShare(this.sources.get(exported.stack), importing));
  }

  private add(exported: StackOutput): void {
    const name = exported.output.Export?.Name;
    if (typeof name === 'string') this.byName.set(name, [...this.byName.get(name) ?? [], exported]);
  }
}

const mayShare = (one: TemplateSource | undefined, other: TemplateSource | undefined): boolean =>
  one?.assembly === other?.assembly && mayBeSamePlace(one?.environment, other?.environment);

const mayBeSamePlace = (one: Environment = {}, other: Environment = {}): boolean =>
  ([[one.region, other.region], [one.account, other.account]] as const).every(([a, b]) => a === undefined || b === undefined || a === b);
