import type { Resolved, ResolvedObject } from './resolved';
import type { Expression, TemplateResource, TemplateSource } from './template-source';
import type { Known } from '../../model/fact';

/** What is taken for granted of comparisons that only deployment decides, by their keys. */
export type Assumptions = ReadonlyMap<string, boolean>;

/** Which output of which stack is read, as `Fn::GetStackOutput` says it. */
export interface OutputReference {
  readonly stackName: Resolved;
  readonly outputName: Resolved;
  /** Absent for the Region of the stack that reads. */
  readonly region: Resolved;
  /** Given where the stack is in another account. */
  readonly roleArn: Resolved;
}

/** What an intrinsic function and a condition ask of the resolver that they are a part of. */
export interface Resolving {
  readonly conditions: {
    readonly asked: { note(keys: readonly string[]): void };
    holds(stack: string, name: string): Known<boolean>;
    textOf(parameter: string, stack: string): string | undefined;
    mayBe(parameter: string, stack: string, text: string): boolean;
  };
  resolve(expression: Expression, stack: string, depth?: number): Resolved;
  resolveObject(object: { readonly [key: string]: Expression }, stack: string, depth?: number): ResolvedObject;
  reference(id: string, stack: string, depth: number): Resolved;
  attribute(id: string, name: string, stack: string, depth: number): Resolved;
  imported(name: Resolved, stack: string, depth: number): Resolved;
  readFrom(reference: OutputReference, stack: string, depth: number): Resolved;
  declaration(stack: string, logicalId: string): { readonly source: TemplateSource; readonly resource: TemplateResource } | undefined;
  givenFor(parameter: string, stack: string): { readonly expression: Expression; readonly stack: string } | undefined;
  mappingsOf(stack: string): Expression;
  inEnvironmentOf(stack: string, text: string): string;
}
