import { Duration, Lazy, Stack } from 'aws-cdk-lib';
import type { BaseService } from 'aws-cdk-lib/aws-ecs';
import {
  CfnRule, type EventPattern, type IEventBus, type IRuleTarget, Rule, RuleTargetInput, type Schedule,
} from 'aws-cdk-lib/aws-events';
import { Effect, type PolicyStatementProps, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { isCreatedAfter } from './created-after';
import { isInTree } from './in-tree';
import { countRuleOnDefaultBus } from './warn-near-rule-limit';
import { SERVICE_PRINCIPALS } from '../../aws/service-principals';
import { ATTEMPTS } from '../protocol/attempts';
import { TIME_LIMITS } from '../protocol/time-limits';

/** What a batch of stops may take. */
export const TIMEOUT = Duration.seconds(TIME_LIMITS.invocation);

/** The queues of an analyzer, of this app or imported. */
export interface QueuePair {
  readonly queue: IQueue;
  readonly deadLetterQueue: IQueue;
}

/** What to put into the queue, and when. */
export interface Collection {
  readonly description: string;
  readonly eventPattern?: EventPattern;
  /** The bus that the events are on; the default one without it. */
  readonly eventBus?: IEventBus;
  /** When to put `message` into the queue. */
  readonly schedule?: Schedule;
  readonly message?: object;
  /** The template of the bundle that the event is put into; nothing for the event as it is. */
  readonly bundle?: () => string | undefined;
}

/**
 * Puts the events that match, or a message at its time, into a queue: in a bundle where there is a template for one at synthesis.
 *
 * What EventBridge cannot put there goes to the dead letters.
 */
export function collectInto(queues: QueuePair, scope: Construct, id: string, { bundle, message, ...when }: Collection): Rule {
  const rule = new Rule(scope, id, { ...when, targets: [asTarget(queues, message)] });
  if (when.eventBus === undefined) countRuleOnDefaultBus(rule);
  const { defaultChild } = rule.node;
  // A target of the CDK is bound at once, and so is its input.
  if (defaultChild instanceof CfnRule && bundle) {
    defaultChild.addPropertyOverride('Targets.0.InputTransformer.InputTemplate', Lazy.any({ produce: bundle }));
  }
  return rule;
}

const asTarget = ({ queue, deadLetterQueue }: QueuePair, message: object | undefined): IRuleTarget => ({
  bind: () => ({
    arn: queue.queueArn,
    ...message && { input: RuleTargetInput.fromObject(message) },
    deadLetterConfig: { arn: deadLetterQueue.queueArn },
    retryPolicy: { maximumEventAgeInSeconds: Duration.hours(24).toSeconds(), maximumRetryAttempts: 185 },
  }),
});

/** SQS takes a policy of 8,192 bytes; the ARN of a rule has about 110. More rules are admitted as all of the account and Region. */
const MOST_NAMED_RULES = 40;

/** Where stops wait to be diagnosed, and where those end up that could not be. */
export class StopQueues implements QueuePair {
  public readonly queue: Queue;
  public readonly deadLetterQueue: Queue;
  private readonly rules: Rule[] = [];
  private readonly services: BaseService[] = [];
  private admitsAccount = false;

  constructor(private readonly scope: Construct) {
    this.deadLetterQueue = new Queue(scope, 'DeadLetterQueue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    this.queue = new Queue(scope, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(4),
      // AWS asks for six times the function's timeout; a little more, so that no stop is handed out twice.
      visibilityTimeout: Duration.seconds(TIMEOUT.toSeconds() * 7),
      deadLetterQueue: { queue: this.deadLetterQueue, maxReceiveCount: ATTEMPTS.ofQueue },
    });
  }

  /** Puts the events that match, or a message at its time, into the queue; what EventBridge cannot put there goes to the dead letters. */
  public collect(id: string, collection: Collection, scope = this.scope): Rule {
    const rule = collectInto(this, scope, id, collection);
    this.admitRules();
    this.rules.push(rule);
    return rule;
  }

  /** Admits every rule of the account and Region, because the rules of other stacks come later and cannot be named. */
  public admitAccount(): void {
    this.admitRules();
    this.admitsAccount = true;
  }

  /** Has a service created after the queues and the policies that let its rules in, so that its first stop is not lost. */
  public precede(service: BaseService): void {
    this.services.push(service);
    service.node.addDependency(this.queue, this.deadLetterQueue);
  }

  /** Only when there is a rule: a condition without a value would be for AWS to interpret. */
  private admitRules(): void {
    if (this.admitsAccount || this.rules.length > 0) return;
    for (const queue of [this.queue, this.deadLetterQueue]) queue.addToResourcePolicy(new PolicyStatement(this.rulesMaySend(queue)));
  }

  /**
   * One statement for all rules: the CDK's own target adds one for each, and a queue's policy holds 20 at most.
   */
  private readonly rulesMaySend = (queue: IQueue): PolicyStatementProps => ({
    effect: Effect.ALLOW,
    principals: [new ServicePrincipal(SERVICE_PRINCIPALS.eventBridge)],
    actions: ['sqs:SendMessage'],
    resources: [queue.queueArn],
    conditions: { ArnLike: { 'aws:SourceArn': Lazy.any({ produce: () => this.admitted() }) } },
  });

  private readonly admitted = (): string | string[] => {
    const rules = this.rules.filter(isInTree);
    return this.admitsAccount || rules.length > MOST_NAMED_RULES || this.wouldWaitForItself()
      ? Stack.of(this.scope).formatArn({ service: 'events', resource: 'rule', resourceName: '*' })
      : rules.map(({ ruleArn }) => ruleArn);
  };

  /** A policy that names a rule is created after the cluster of the rule, which may wait for a service, which waits for the policy. */
  private readonly wouldWaitForItself = (): boolean =>
    [...new Set(this.services.map(({ cluster }) => cluster))].some(cluster => isCreatedAfter(cluster, this.services));
}
