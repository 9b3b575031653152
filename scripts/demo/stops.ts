import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A file with what ECS reported to EventBridge. */
export interface StopFile {
  readonly name: string;
  readonly path: string;
}

const stopFile = (path: string): StopFile => ({ name: basename(path, '.json'), path });

/** The three that are shown whole: a failure before the start, one while running, and ordinary life that looks like a failure. */
export const SHOWN_WHOLE: readonly StopFile[] = [
  stopFile(join('scripts', 'demo', 'stops', 'image-not-found.json')),
  stopFile(join('scripts', 'demo', 'stops', 'out-of-memory.json')),
  stopFile(join('scripts', 'demo', 'stops', 'scale-in-exit-137.json')),
];

/** Those of which the first line is enough: the other events that ECS sends, ordinary ones among them. */
export const SHOWN_IN_SHORT: readonly StopFile[] = [
  'elb-health-check-failed', 'essential-container-exited', 'spot-warning',
  'deployment-rolling-back', 'deployment-failed',
  'placement-failure-fargate', 'placement-failure-cpu', 'service-task-start-impaired', 'capacity-provider-steady-state',
].map(name => stopFile(join('test', 'diagnosis', 'events', `${name}.json`)));

/** A task that has not stopped, so that there is nothing to diagnose. */
export const STILL_RUNNING = stopFile(join('test', 'diagnosis', 'events', 'running-with-guardduty.json'));

/** The Region of the analyzer, and of the stops that are shown whole, with their commands. */
export const REGION = 'eu-west-1';

export const contentOf = ({ path }: StopFile): string => readFileSync(path, 'utf8');
