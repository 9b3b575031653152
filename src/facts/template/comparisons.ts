import { isWhole } from './resolved';
import type { Assumptions, Resolving } from './resolving';
import type { Expression, TemplateSource } from './template-source';
import { type Known, UNKNOWN } from '../model/fact';

/** One side of a comparison: a text that the template spells out, or the name of something that only deployment decides. */
interface Side {
  readonly text: string;
  readonly isLiteral: boolean;
  /** The only texts that may be given for it. */
  readonly allowed?: readonly string[];
}

/** Two values of which a condition wants to know whether they are the same. */
export interface Comparison {
  readonly key: string;
  readonly sides: readonly [Side, Side];
}

/** What conditions compare, told apart by what is compared: the same parameter is the same in every condition. */
export class Comparisons {
  private readonly sources: ReadonlyMap<string, TemplateSource>;
  private readonly assumed: readonly { readonly subject: string; readonly literal: string; readonly isSame: boolean }[];

  constructor(sources: readonly TemplateSource[], private readonly resolver: Resolving, private readonly assumptions: Assumptions) {
    this.sources = new Map(sources.map(source => [source.stack, source]));
    this.assumed = [...assumptions].flatMap(([key, isSame]) => {
      const [subject, literal, isLiteral] = JSON.parse(key) as [string, string, boolean];
      return isLiteral ? [{ subject, literal, isSame }] : [];
    });
  }

  public comparisonOf([one = null, other = null]: readonly Expression[], stack: string): Comparison {
    const sides = [this.sideOf(one, stack), this.sideOf(other, stack)];
    const [subject, object] = sides.sort((a, b) => Number(a.isLiteral) - Number(b.isLiteral) || (a.text < b.text ? -1 : 1));
    return { key: JSON.stringify([subject.text, object.text, object.isLiteral]), sides: [subject, object] };
  }

  public truthOf({ key, sides: [subject, object] }: Comparison): Known<boolean> {
    if (subject.isLiteral || subject.text === object.text) return subject.text === object.text;
    return this.assumptions.get(key) ?? (object.isLiteral ? this.implied(subject, object.text) : UNKNOWN);
  }

  /** What is one text is no other one, and what is none of the others that are allowed is the last one. */
  private implied({ text, allowed }: Side, literal: string): Known<boolean> {
    const assumed = this.assumed.filter(({ subject }) => subject === text);
    if (assumed.some(({ isSame }) => isSame) || (allowed !== undefined && !allowed.includes(literal))) return false;
    const excluded = assumed.map(other => other.literal);
    return allowed?.every(value => value === literal || excluded.includes(value)) ? true : UNKNOWN;
  }

  private sideOf(expression: Expression, stack: string): Side {
    const value = this.resolver.resolve(expression, stack);
    if (typeof value === 'object' || value === undefined || value === UNKNOWN) return this.undecided(expression, stack);
    const text = this.resolver.inEnvironmentOf(stack, String(value));
    if (!isWhole(text)) return spelledOut(expression, stack);
    return text.includes('${') ? { text: `${this.deploymentOf(stack)} ${text}`, isLiteral: false } : { text, isLiteral: true };
  }

  /** A parameter is what the nearest stack above gives for it, or whoever deploys the template. */
  private undecided(expression: Expression, stack: string): Side {
    const parameter = parameterOf(expression);
    if (parameter === undefined) return spelledOut(expression, stack);
    const given = this.resolver.givenFor(parameter, stack);
    if (given !== undefined) return this.sideOf(given.expression, given.stack);
    const allowed = this.sources.get(stack)?.body.Parameters?.[parameter]?.AllowedValues?.map(String);
    return { text: `${stack} ${parameter}`, isLiteral: false, allowed };
  }

  /** A nested stack has the Region and the account of the stack that it is a part of. */
  private deploymentOf(stack: string): string {
    const parent = this.sources.get(stack)?.nestedIn?.stack;
    return parent === undefined ? stack : this.deploymentOf(parent);
  }
}

/** What nobody can name is told apart by how the template writes it. */
const spelledOut = (expression: Expression, stack: string): Side => ({ text: `${stack} ${JSON.stringify(expression)}`, isLiteral: false });

function parameterOf(expression: Expression): string | undefined {
  const name =
    typeof expression === 'object' && expression !== null ? (expression as { readonly [key: string]: Expression }).Ref : undefined;
  return typeof name === 'string' ? name : undefined;
}
