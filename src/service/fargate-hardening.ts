import { Mixin } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Construct, type IConstruct } from 'constructs';
import { attachedGroups } from './attached-groups';
import type { FargateHardeningProps } from './fargate-hardening-props';
import { analyze, requireAnalyzer } from './options/stop-analysis';
import { timingOf } from './placement/timing';
import { turnOnForService, turnOnForTask } from './turn-on';
import { judgeAdopted } from '../guardrails/plugin/register-guardrails';
import { named } from '../named-errors';
import { serviceAlarms } from '../observability/service-alarms';

/**
 * Hardens an existing `ecs.FargateService` without a replacement, and adds alarms, the stop analyzer, and guardrails:
 * `service.with(new FargateHardening())`.
 *
 * Apply it after you add containers and target groups, because it sees the service at that time only. Guardrails find
 * what it cannot change: network, roles, images, and later additions.
 *
 * @example
 * plainService.with(new FargateHardening());
 */
export class FargateHardening extends Mixin {
  constructor(private readonly props: FargateHardeningProps = {}) {
    super();
  }

  public supports(construct: IConstruct): boolean {
    return construct instanceof ecs.FargateService;
  }

  public applyTo(construct: IConstruct): void {
    if (!(construct instanceof ecs.FargateService)) return;
    const timing = named(construct, () => timingOf(this.props.startupTime, this.props.drainTime));
    turnOnForService(construct, timing);
    turnOnForTask(construct.taskDefinition, timing, this.props.readonlyRootFilesystem === true);
    named(construct, () => this.watch(construct));
    judgeAdopted(construct);
  }

  private watch(service: ecs.FargateService): void {
    const { startupTime, drainTime, alarms: options, ...choice } = this.props;
    const { analyzer, topic } = analyze(service, choice);
    // Beside the service: alarms wait for it, and what is below it would wait for itself.
    const home = new Construct(service.node.scope ?? service, `${service.node.id}Hardening`);
    const alarms = serviceAlarms(home, {
      service,
      topic,
      options,
      startupTime: timingOf(startupTime, drainTime).startupTime,
      failedTasks: () => requireAnalyzer(service, analyzer).metricStops(service),
      // Nobody knows whether something scales it to nothing.
      mayBeEmpty: true,
      isCounted: ecs.Cluster.isCluster(service.cluster),
    });
    const rollbacks = attachedGroups(service).flatMap(group => alarms.watchTargets(`Targets${group.node.addr.slice(-8)}`, group));
    // In one call, because the CDK keeps the alarms of the first one only.
    if (rollbacks.length > 0) {
      service.enableDeploymentAlarms(rollbacks.map(({ alarmName }) => alarmName), { behavior: ecs.AlarmBehavior.ROLLBACK_ON_ALARM });
    }
  }
}
