import { Annotations, type RemovalPolicy, Token } from 'aws-cdk-lib';
import type { BaseService, ICluster, TaskDefinition } from 'aws-cdk-lib/aws-ecs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IConstruct } from 'constructs';
import { admitAlarms } from '../../analyzer/resources/diagnosis-topic';
import { StopAnalyzer } from '../../analyzer/stop-analyzer';
import type { IStopAnalyzer } from '../../analyzer/stop-analyzer-reference';

/**
 * Selects the stop analyzer that diagnoses the stopped tasks of a service.
 *
 * @example
 * new HardenedFargateService(stack, 'Web', { image, stopAnalysis: StopAnalysis.by(analyzer) });
 */
export class StopAnalysis {
  /**
   * An analyzer in the stack of the service. Services of the stack with the same topic share it.
   */
  public static inStack(): StopAnalysis {
    return new StopAnalysis({});
  }

  /**
   * Your own analyzer, in this stack or another one of the same account and Region, or an imported one.
   */
  public static by(analyzer: IStopAnalyzer): StopAnalysis {
    return new StopAnalysis({ analyzer });
  }

  /**
   * No analyzer. Synthesis prints the reason.
   */
  public static none(reason: string): StopAnalysis {
    requireReason(reason);
    return new StopAnalysis({ reason });
  }

  private constructor(
    /** @internal */
    public readonly _chosen: Chosen,
  ) {}
}

/** An analyzer, or the reason for which there is none; neither for that of the stack. */
interface Chosen {
  readonly analyzer?: IStopAnalyzer;
  readonly reason?: string;
}

/** What decides who diagnoses, and where alarms go to. */
export interface AnalysisChoice {
  readonly stopAnalysis?: StopAnalysis;
  readonly alarmTopic?: ITopic;
  readonly removalPolicy?: RemovalPolicy;
}

/** Who diagnoses, and where alarms go to. */
export interface Analyzed {
  readonly analyzer?: IStopAnalyzer;
  readonly topic: ITopic;
}

/** Has the stopped tasks of a service diagnosed as its props say. */
export function analyze(service: BaseService, { stopAnalysis, alarmTopic, removalPolicy }: AnalysisChoice): Analyzed {
  const { analyzer, reason } = stopAnalysis?._chosen ?? {};
  if (reason !== undefined) return undiagnosed(service, reason, alarmTopic);
  if (analyzer === undefined) {
    const inStack = StopAnalyzer.forService(service, alarmTopic, removalPolicy);
    return { analyzer: inStack, topic: inStack.topic };
  }
  analyzer.watch(service);
  return { analyzer, topic: alarmTopic === undefined ? analyzer.topic : admitAlarms(alarmTopic) };
}

/** The same for tasks that are run without a service. */
export function analyzeTasks(
  taskDefinition: TaskDefinition, cluster: ICluster, { stopAnalysis, alarmTopic, removalPolicy }: AnalysisChoice,
): Analyzed {
  const { analyzer, reason } = stopAnalysis?._chosen ?? {};
  if (reason !== undefined) return undiagnosed(taskDefinition, reason, alarmTopic);
  if (analyzer === undefined) {
    const inStack = StopAnalyzer.forTaskDefinition(taskDefinition, cluster, alarmTopic, removalPolicy);
    return { analyzer: inStack, topic: inStack.topic };
  }
  analyzer.watchTaskDefinition(taskDefinition, cluster);
  return { analyzer, topic: alarmTopic === undefined ? analyzer.topic : admitAlarms(alarmTopic) };
}

function undiagnosed(part: IConstruct, reason: string, alarmTopic: ITopic | undefined): Analyzed {
  if (alarmTopic === undefined) {
    throw new Error("'stopAnalysis' is StopAnalysis.none, so no topic is created, but the alarms need one; set 'alarmTopic'");
  }
  Annotations.of(part).addInfo(`the stopped tasks of '${part.node.scope?.node.path}' are not diagnosed: ${reason}`);
  return { topic: admitAlarms(alarmTopic) };
}

function requireReason(reason: string): void {
  if (Token.isUnresolved(reason) || reason.trim() !== '') return;
  throw new Error(`'reason' is '${reason}', but StopAnalysis.none must have one; `
    + 'set it to what watches the service instead');
}

/** The analyzer of a service, for those who need it. */
export function requireAnalyzer({ node: { scope } }: BaseService, analyzer: IStopAnalyzer | undefined): IStopAnalyzer {
  if (analyzer !== undefined) return analyzer;
  throw new Error(`'${scope?.node.path}' has no stop analyzer, because its 'stopAnalysis' is StopAnalysis.none; `
    + 'leave out what needs the diagnoses of stopped tasks, such as OptionalAlarm.FAILED_TASKS, or use StopAnalysis.by');
}
