import { Stack } from 'aws-cdk-lib';
import type { BaseService } from 'aws-cdk-lib/aws-ecs';
import type { EventPattern, Rule } from 'aws-cdk-lib/aws-events';
import { Construct, type IConstruct } from 'constructs';
import { collectInto, type StopQueues } from './stop-queues';
import { DESCRIPTIONS, requireOnePlace } from './stop-rules';
import { LONGEST_EVENT_PATTERN } from '../../aws/longest';
import { memoized } from '../../memoized';
import { longestForm } from '../subjects/longest-form';
import { patternSpaceOf } from '../subjects/pattern-space';
import { type SharedPattern, sharePatterns } from '../subjects/share-patterns';
import { eventsOfServices } from '../subjects/watched-events';

/** A rule, and the services whose events it matches, which change until synthesis. */
interface SharedRule {
  readonly rule: Rule;
  readonly services: readonly BaseService[];
}

/** The rules that the services of an analyzer share, in the stack of the services. */
export class SharedRules {
  private readonly shared = new Map<string, SharedRule>();

  private readonly spaceOf = memoized(patternSpaceOf);

  constructor(private readonly analyzer: IConstruct, private readonly queues: StopQueues) {}

  /** Makes the rules that these services need, and removes those that none of them needs any more. */
  public cover(watched: readonly BaseService[]): void {
    const patterns = new Map(sharePatterns(watched, this.spaceOf).map(pattern => [this.keyOf(pattern), pattern]));
    for (const [key, { rule: { node } }] of this.shared) {
      if (patterns.has(key)) continue;
      node.scope?.node.tryRemoveChild(node.id);
      this.shared.delete(key);
    }
    for (const [key, pattern] of patterns) {
      const rule = this.shared.get(key)?.rule ?? this.define(key, pattern, watched);
      this.shared.set(key, { rule, services: pattern.services });
    }
  }

  /** The rules that match the events of a service. */
  public rulesOf(service: BaseService): readonly Rule[] {
    return [...this.shared.values()].filter(({ services }) => services.includes(service)).map(({ rule }) => rule);
  }

  private define(key: string, pattern: SharedPattern, watched: readonly BaseService[]): Rule {
    const { kind, services: [{ cluster }] } = pattern;
    const services = () => this.shared.get(key)?.services ?? [];
    const { [kind]: eventPattern } = eventsOfServices({ cluster, services, watched });
    const scope = this.scopeOf(pattern);
    const collection = { description: DESCRIPTIONS[kind], eventPattern };
    const rule = this.isElsewhere(pattern)
      ? collectInto(this.queues, scope, idOf(pattern), collection)
      : this.queues.collect(idOf(pattern), collection, scope);
    rule.node.addValidation({ validate: () => tooLong(rule, eventPattern) });
    return rule;
  }

  private readonly keyOf = (pattern: SharedPattern): string => `${this.scopeOf(pattern).node.path}/${idOf(pattern)}`;

  private scopeOf(pattern: SharedPattern): Construct {
    if (!this.isElsewhere(pattern)) return childOf(this.analyzer, 'SharedRules');
    const { services: [service] } = pattern;
    requireOnePlace(service, this.queues);
    return childOf(Stack.of(service), `HardenedFargateStopRules${this.analyzer.node.addr.slice(-8)}`);
  }

  private isElsewhere({ services: [service] }: SharedPattern): boolean {
    return Stack.of(service) !== Stack.of(this.analyzer);
  }
}

const idOf = ({ kind, id }: SharedPattern): string => `${kind === 'stops' ? 'StopRule' : 'TroubleRule'}${id}`;

function childOf(scope: IConstruct, id: string): Construct {
  const child = scope.node.tryFindChild(id);
  return child instanceof Construct ? child : new Construct(scope, id);
}

/** Names may have become longer since there was room for them. */
function tooLong(rule: Rule, pattern: EventPattern): string[] {
  const { length } = JSON.stringify(longestForm(pattern, rule));
  return length <= LONGEST_EVENT_PATTERN ? [] : [
    `the event pattern of '${rule.node.path}' can have ${length} characters, but EventBridge allows at most ${LONGEST_EVENT_PATTERN}; `
      + 'names of services, task definitions, or clusters became longer after the services were watched: '
      + 'set the names in the props of their constructs',
  ];
}
