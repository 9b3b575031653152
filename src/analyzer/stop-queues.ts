import { Duration, Lazy } from 'aws-cdk-lib';
import { CfnRule, type EventPattern, type IRuleTarget, Rule, RuleTargetInput, type Schedule } from 'aws-cdk-lib/aws-events';
import { Effect, type PolicyStatementProps, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { ATTEMPTS } from './attempts';
import { TIME_LIMITS } from './time-limits';
import { SERVICE_PRINCIPALS } from '../aws/service-principals';

/** What a batch of stops may take. */
export const TIMEOUT = Duration.seconds(TIME_LIMITS.invocation);

/** What to put into the queue, and when. */
interface Collection {
  readonly description: string;
  readonly eventPattern?: EventPattern;
  /** When to put `message` into the queue. */
  readonly schedule?: Schedule;
  readonly message?: object;
  /** The template of the bundle that the event is put into; nothing for the event as it is. */
  readonly bundle?: () => string | undefined;
}

/** Where stops wait to be diagnosed, and where those end up that could not be. */
export class StopQueues {
  public readonly queue: Queue;
  public readonly deadLetterQueue: Queue;
  private readonly rules: Rule[] = [];

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

  /**
   * Puts the events that match, or a message at its time, into the queue: in a bundle where there is a template for one at synthesis.
   *
   * What EventBridge cannot put there goes to the dead letters.
   */
  public collect(id: string, { bundle, message, ...when }: Collection): Rule {
    const rule = new Rule(this.scope, id, { ...when, targets: [this.asTarget(message)] });
    const { defaultChild } = rule.node;
    // A target of the CDK is bound at once, and so is its input.
    if (defaultChild instanceof CfnRule && bundle) {
      defaultChild.addPropertyOverride('Targets.0.InputTransformer.InputTemplate', Lazy.any({ produce: bundle }));
    }
    if (this.rules.length === 0) this.admitRules();
    this.rules.push(rule);
    return rule;
  }

  /** Only when there is a rule: a condition without a value would be for AWS to interpret. */
  private admitRules(): void {
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
    conditions: { ArnEquals: { 'aws:SourceArn': Lazy.any({ produce: () => this.rules.map(({ ruleArn }) => ruleArn) }) } },
  });

  private readonly asTarget = (message?: object): IRuleTarget => ({
    bind: () => ({
      arn: this.queue.queueArn,
      ...message && { input: RuleTargetInput.fromObject(message) },
      deadLetterConfig: { arn: this.deadLetterQueue.queueArn },
      retryPolicy: { maximumEventAgeInSeconds: Duration.hours(24).toSeconds(), maximumRetryAttempts: 185 },
    }),
  });
}
