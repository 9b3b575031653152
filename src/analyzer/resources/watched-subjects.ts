import { Stack } from 'aws-cdk-lib';
import type { BaseService, ICluster } from 'aws-cdk-lib/aws-ecs';
import type { IEventBus, Rule } from 'aws-cdk-lib/aws-events';
import type { IConstruct } from 'constructs';
import { ServiceRules } from './service-rules';
import type { Collection, StopQueues } from './stop-queues';
import { bringTaskRule, nameOf, taskRule, twoRules } from './stop-rules';
import type { EvidencePolicy } from '../access/evidence-policy';
import { tagAcknowledgements } from '../subjects/tag-acknowledgements';
import { eventsOfAccount, eventsOfCluster } from '../subjects/watched-events';
import type { WatchedTasks } from '../subjects/watched-tasks';

/** The parts of an analyzer that have to know what it watches. */
interface Parts {
  readonly queues: StopQueues;
  readonly evidencePolicy?: EvidencePolicy;
  /** Has the function read what the tags of services say; absent where it may not. */
  readonly readTags?: () => void;
}

/** Everything that runs in a cluster, or in the account if none is named. */
interface Everything {
  readonly cluster?: ICluster;
  readonly eventBus?: IEventBus;
}

/** What an analyzer watches: services and task definitions one by one, or all of a cluster or of the account. */
export class WatchedSubjects {
  private readonly rules: ServiceRules;
  private everything: Everything | undefined;

  constructor(private readonly analyzer: IConstruct, private readonly parts: Parts) {
    this.rules = new ServiceRules(analyzer, parts.queues, parts.readTags);
  }

  /** Diagnoses whatever stops, by rules that name no service. */
  public watchAll(everything: Everything): void {
    const { cluster, eventBus } = everything;
    this.everything = everything;
    if (cluster) this.parts.evidencePolicy?.allowCluster(cluster);
    else this.parts.evidencePolicy?.allowAccount();
    twoRules('', cluster ? eventsOfCluster(Stack.of(this.analyzer), cluster) : eventsOfAccount(), this.collect, { eventBus });
  }

  /** Takes the stops of services of other apps, which come later, and of which nothing here is told. */
  public openToAccount(readsLogs: boolean): void {
    const { queues, evidencePolicy } = this.parts;
    queues.admitAccount();
    if (readsLogs) evidencePolicy?.allowAccount();
    else evidencePolicy?.allowClusters();
  }

  /** Diagnoses a service, by rules in its stack. */
  public watchService(service: BaseService): void {
    if (this.watchesAlready(service)) return tagAcknowledgements(service);
    if (this.rules.has(service)) return;
    const { queues, evidencePolicy } = this.parts;
    this.rules.add(service);
    if (this.isElsewhere(service)) return this.admitFromElsewhere(service);
    evidencePolicy?.allowService(service);
    queues.precede(service);
  }

  /** Diagnoses the tasks that are run from a task definition without a service, by a rule in its stack. */
  public watchTasks(tasks: WatchedTasks): void {
    if (this.watchesAlready(tasks)) return;
    if (this.isElsewhere(tasks.taskDefinition)) {
      this.admitFromElsewhere(tasks);
      return bringTaskRule(tasks, this.analyzer, this.parts.queues);
    }
    if (this.analyzer.node.tryFindChild(`StopRule${nameOf(tasks)}`) !== undefined) return;
    taskRule(nameOf(tasks), tasks, this.collect);
    this.parts.evidencePolicy?.allowService(tasks);
  }

  private readonly collect = (id: string, collection: Collection): Rule => this.parts.queues.collect(id, collection);

  /** By the rules of its whole cluster, or of the whole account, so that no stop is put into the queue twice. */
  private watchesAlready({ cluster: { clusterArn } }: Pick<BaseService, 'cluster'>): boolean {
    return this.everything !== undefined && (this.everything.cluster === undefined || this.everything.cluster.clusterArn === clusterArn);
  }

  private isElsewhere(subject: IConstruct): boolean {
    return Stack.of(subject) !== Stack.of(this.analyzer);
  }

  private admitFromElsewhere(tasks: Pick<BaseService, 'taskDefinition'>): void {
    this.parts.queues.admitAccount();
    this.parts.evidencePolicy?.allowElsewhere(tasks);
  }
}
