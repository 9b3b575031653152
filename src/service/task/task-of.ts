import type { Construct } from 'constructs';
import { ownTask } from './own-task-definition';
import { requireAsItIs } from './require-as-it-is';
import { type HardenedTask, hardenedTask, type TaskSettings } from './task-definition';
import type { HardenedFargateServiceProps } from '../options/hardened-fargate-service-props';

/** The task that the props describe, or the one that they are given. */
export function taskOf(scope: Construct, props: HardenedFargateServiceProps, settings: TaskSettings): HardenedTask {
  const { image, taskDefinition, containerPort } = props;
  if (taskDefinition !== undefined) {
    requireAsItIs(props);
    return ownTask(scope, taskDefinition, containerPort, settings);
  }
  if (image === undefined) throw new Error("'image' is not set, but it is required without 'taskDefinition'; set one of them");
  return hardenedTask(scope, { ...props, image }, settings);
}
