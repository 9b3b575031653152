import type { FactPath } from './fact-path';
import type { Level, RuleClass } from './rule-class';
import type { CauseId } from '../../causes/catalogue';
import type { ContainerFacts } from '../../facts/model/container';
import type { Unknown } from '../../facts/model/fact';
import type { ListenerFacts, LoadBalancerFacts, TargetGroupFacts } from '../../facts/model/load-balancer';
import type { Place } from '../../facts/model/place';
import type { ClusterFacts, ServiceFacts } from '../../facts/model/service';
import type { TaskFacts } from '../../facts/model/task';

/** What exactly breaks a rule. */
export interface Violation {
  /** What was found, with its value: the finding's first sentence, in lower case and without a full stop. */
  readonly seen: string;
  /** The class of this violation, where it is not that of the rule. */
  readonly class?: RuleClass;
  /** The pages that this violation rests on, where the rule has several mechanisms; some of those of the rule. */
  readonly see?: readonly string[];
  /** The level, where a rule of the user's own states it instead of a class. */
  readonly level?: Level;
  /** Where it was found, where that is not in the judged thing itself. */
  readonly at?: Place;
  /** Names one fault that several rules see: in a service only the first of them reports it. */
  readonly fault?: string;
}

/** The rule holds, is broken, or cannot be judged because something is not known. */
export type Verdict = true | Unknown | Violation;

/** A change of facts: nested objects are merged, lists are replaced; an object in place of a list is merged with each of its items. */
export type Patch<T> = T extends readonly (infer Item)[] ? T | Patch<Item>
  : T extends object ? { readonly [K in keyof T]?: Patch<Exclude<T[K], Unknown>> | Extract<T[K], undefined> }
    : T;

/** What a rule says to people; everything that a report prints. */
export interface Words {
  /** The public name; also the name of the file. */
  readonly id: string;
  /** The requirement, as one sentence with "should". */
  readonly title: string;
  /** What happens to a service that does not meet it, and when. */
  readonly why: string;
  /** What to do, naming the prop to set. */
  readonly fix: string;
  /** Where AWS documents what the rule rests on. */
  readonly see: readonly string[];
  readonly prevents: readonly CauseId[];
}

interface RuleForm<Kind extends string, Subject, Around extends readonly unknown[]> extends Words {
  /** What becomes of a service that breaks the rule; the level of its findings follows from it. */
  readonly class: RuleClass;
  /** HardenedFargateService sets this by default: if its own resources break the rule, that is an error whatever the class. */
  readonly promised?: true;
  /** What the rule looks at, one at a time. */
  readonly judges: Kind;
  /** The CloudFormation property of the judged thing to which a finding points. */
  readonly property: string;
  /** Every fact that the rule reads, and no other. */
  readonly reads: readonly FactPath[];
  /** The smallest counter-example: applied to a hardened service's facts it breaks this rule and no other. */
  readonly breaks: Patch<Subject>;
  readonly holds: (subject: Subject, ...around: Around) => Verdict;
}

export type ServiceRule = RuleForm<'service', ServiceFacts, [undefined?]>;
/** A rule about a task definition; the service is absent for one that no service of the app runs. */
export type TaskRule = RuleForm<'task', TaskFacts, [service: ServiceFacts | undefined]>;
export type ContainerRule = RuleForm<'container', ContainerFacts, [task: TaskFacts, service?: ServiceFacts]>;
export type TargetGroupRule = RuleForm<'targetGroup', TargetGroupFacts, [service: ServiceFacts]>;

export type ListenerRule = RuleForm<'listener', ListenerFacts, [service: ServiceFacts]>;
export type LoadBalancerRule = RuleForm<'loadBalancer', LoadBalancerFacts, [service: ServiceFacts]>;
export type ClusterRule = RuleForm<'cluster', ClusterFacts, [service: ServiceFacts]>;

export type Rule = ServiceRule | TaskRule | ContainerRule | TargetGroupRule | ListenerRule | LoadBalancerRule | ClusterRule;
