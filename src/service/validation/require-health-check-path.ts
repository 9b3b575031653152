import { Token } from 'aws-cdk-lib';
import { pathOf } from './path-of';

const LONGEST = 1024;

/** Refuses a path that Elastic Load Balancing refuses, which it would tell only when the target group is deployed. */
export function requireHealthCheckPath(path: string | undefined): void {
  if (path === undefined || Token.isUnresolved(path)) return;
  if (!path.startsWith('/')) throw new Error(`'healthCheckPath' is '${path}', but a path begins with '/'; set it to '${pathOf(path)}'`);
  if (path.length > LONGEST) {
    throw new Error(
      `'healthCheckPath' has ${path.length} characters, but Elastic Load Balancing allows at most ${LONGEST}; set a shorter path`,
    );
  }
}
