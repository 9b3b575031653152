import type { CauseId } from '../causes/catalogue';
import type { ContainerFacts } from '../facts/model/container';
import type { Unknown } from '../facts/model/fact';
import type { ServiceFacts, TargetGroupFacts } from '../facts/model/service';
import type { TaskFacts } from '../facts/model/task';

/** `error` stops synthesis until it is mended or acknowledged with a reason; `warning` is reported. */
export type Level = 'error' | 'warning';

/** What exactly breaks a rule, where the rule's own words cannot say it. */
export interface Violation {
  /** Continues the finding's sentence: lower case, no full stop, naming the values that were found. */
  readonly seen: string;
}

/** The rule holds, is broken, or cannot be judged because something is not known. */
export type Verdict = boolean | Unknown | Violation;

/** A change of facts: nested objects are merged, lists are replaced. */
export type Patch<T> = T extends readonly unknown[] ? T
  : T extends object ? { readonly [K in keyof T]?: Patch<Exclude<T[K], Unknown>> | Extract<T[K], undefined> }
    : T;

/** What a rule says to people; everything that a report prints. */
export interface Words {
  /** The public name; also the name of the file. */
  readonly id: string;
  readonly level: Level;
  /** What is true of a good service. */
  readonly title: string;
  /** The harm that a service without it comes to. */
  readonly why: string;
  /** An order, naming the prop to set. */
  readonly fix: string;
  readonly see: readonly string[];
  readonly prevents: readonly CauseId[];
}

interface RuleForm<Kind extends string, Subject, Context> extends Words {
  /** What the rule looks at, one at a time. */
  readonly judges: Kind;
  /** The CloudFormation property of the judged thing to which a finding points. */
  readonly property: string;
  /** The smallest counter-example: applied to a hardened service's facts it breaks this rule and no other. */
  readonly breaks: Patch<Subject>;
  readonly holds: (subject: Subject, context: Context) => Verdict;
}

export type ServiceRule = RuleForm<'service', ServiceFacts, undefined>;
/** A rule about a task definition; the service is absent for one that no service of the app runs. */
export type TaskRule = RuleForm<'task', TaskFacts, ServiceFacts | undefined>;
export type ContainerRule = RuleForm<'container', ContainerFacts, TaskFacts>;
export type TargetGroupRule = RuleForm<'targetGroup', TargetGroupFacts, ServiceFacts>;

export type Rule = ServiceRule | TaskRule | ContainerRule | TargetGroupRule;
