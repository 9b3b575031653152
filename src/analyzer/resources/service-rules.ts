import { Stack } from 'aws-cdk-lib';
import type { BaseService } from 'aws-cdk-lib/aws-ecs';
import type { Rule } from 'aws-cdk-lib/aws-events';
import { Dependable, type IConstruct, type IDependable } from 'constructs';
import { SharedRules } from './shared-rules';
import type { StopQueues } from './stop-queues';
import { rulesBesideService, rulesOfService } from './stop-rules';
import { tagAcknowledgements } from '../subjects/tag-acknowledgements';

/**
 * So many services have rules of their own, by which the reasons of acknowledgments arrive without a call; as many as the policy of
 * the queue names the rules of, and as the role of the function names the log groups of. An event bus holds 300 rules.
 */
const MOST_SERVICES_WITH_OWN_RULES = 20;

/** The rules of the services that an analyzer watches: two for each, or, when they are many, rules that they share. */
export class ServiceRules {
  private readonly services: BaseService[] = [];
  private readonly own = new Map<BaseService, readonly Rule[]>();
  private readonly shared: SharedRules;
  private areShared = false;

  /**
   * Services share rules only where `readTags` can have the function read their tags, because a shared rule brings no reason.
   */
  constructor(
    private readonly analyzer: IConstruct, private readonly queues: StopQueues, private readonly readTags: (() => void) | undefined,
  ) {
    this.shared = new SharedRules(analyzer, queues);
  }

  /** Whether the service is watched already. */
  public has(service: BaseService): boolean {
    return this.services.includes(service);
  }

  /** Watches a service, which is created after its rules, so that the very first task that stops is diagnosed. */
  public add(service: BaseService): void {
    this.services.push(service);
    if (this.areShared) this.share(service);
    else if (this.services.length > MOST_SERVICES_WITH_OWN_RULES && this.readTags) this.shareAll(this.readTags);
    else this.own.set(service, this.define(service));
    service.node.addDependency(this.rulesOf(service));
  }

  private define(service: BaseService): readonly Rule[] {
    return Stack.of(service) === Stack.of(this.analyzer)
      ? rulesOfService(service, this.queues, this.services)
      : rulesBesideService(service, this.analyzer, this.queues, this.services);
  }

  private shareAll(readTags: () => void): void {
    this.areShared = true;
    for (const { node } of [...this.own.values()].flat()) node.scope?.node.tryRemoveChild(node.id);
    this.own.clear();
    readTags();
    this.share(...this.services);
  }

  private share(...services: readonly BaseService[]): void {
    services.forEach(tagAcknowledgements);
    this.shared.cover(this.services);
  }

  /** Which rules these are is decided by the services that are watched later. */
  private rulesOf(service: BaseService): IDependable {
    const roots = () => [...this.own.get(service) ?? this.shared.rulesOf(service)];
    const rules: IDependable = {};
    Dependable.implement(rules, { get dependencyRoots() { return roots(); } });
    return rules;
  }
}
