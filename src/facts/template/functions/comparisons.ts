import { type Known, UNKNOWN } from '../../model/fact';
import { byStack } from '../source/by-stack';
import { asString, isWhole, UNKNOWN_PART } from '../source/resolved';
import type { Assumptions, Resolving } from '../source/resolving';
import type { Expression, TemplateSource } from '../source/template-source';

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

const PARTITION = '${AWS::Partition}';

/** What conditions compare, told apart by what is compared: the same parameter is the same in every condition. */
export class Comparisons {
  private readonly sources: ReadonlyMap<string, TemplateSource>;
  private readonly assumed: readonly { readonly subject: string; readonly literal: string; readonly isSame: boolean }[];

  constructor(sources: readonly TemplateSource[], private readonly resolver: Resolving, private readonly assumptions: Assumptions) {
    this.sources = byStack(sources);
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

  /** The only text that a parameter can be under what is assumed. */
  public textOf(parameter: string, stack: string): string | undefined {
    const subject = this.undecided(parameter, stack);
    const same = this.assumed.find(({ subject: text, isSame }) => isSame && text === subject.text);
    if (same !== undefined) return same.literal;
    const [left, ...others] = subject.allowed?.filter(text => this.mayBe(parameter, stack, text)) ?? [];
    return others.length === 0 ? left : undefined;
  }

  /** Whether a parameter can be a text under what is assumed. */
  public mayBe(parameter: string, stack: string, text: string): boolean {
    const subject = this.undecided(parameter, stack);
    const isExcluded = this.assumed.some(({ subject: other, literal, isSame }) => !isSame && other === subject.text && literal === text);
    return !isExcluded && this.implied(subject, text) !== false;
  }

  /** A parameter is told apart by its name, whatever it is taken to be. */
  private sideOf(expression: Expression, stack: string): Side {
    const parameter = parameterOf(expression);
    if (parameter !== undefined && this.sources.get(stack)?.body.Parameters?.[parameter] !== undefined) {
      return this.sideOfParameter(parameter, stack);
    }
    const value = asString(this.resolver.resolve(expression, stack));
    const text = typeof value === 'string' ? this.resolver.inEnvironmentOf(stack, value) : UNKNOWN_PART;
    if (!isWhole(text)) return spelledOut(expression, stack);
    return text.includes('${') ? { text: this.decidedAtDeployment(text, stack), isLiteral: false } : { text, isLiteral: true };
  }

  /** A parameter is what the nearest stack above gives for it, or whoever deploys the template. */
  private sideOfParameter(parameter: string, stack: string): Side {
    const given = this.resolver.givenFor(parameter, stack);
    return given === undefined ? this.undecided(parameter, stack) : this.sideOf(given.expression, given.stack);
  }

  private undecided(parameter: string, stack: string): Side {
    const allowed = this.sources.get(stack)?.body.Parameters?.[parameter]?.AllowedValues?.map(String);
    return { text: `${stack} ${parameter}`, isLiteral: false, allowed };
  }

  /** Stacks that are read together are deployed to one partition, so that what depends on it is judged once for all of them. */
  private readonly decidedAtDeployment = (text: string, stack: string): string =>
    text === PARTITION ? text : `${this.deploymentOf(stack)} ${text}`;

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
