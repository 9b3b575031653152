import { Token } from 'aws-cdk-lib';
import { isWithin, PORT } from '../../aws/limits';

/** Refuses a port that nobody can reach, and a load balancer that has none to go to. */
export function requirePort(containerPort: number | undefined, servesRequests: boolean): void {
  if (containerPort !== undefined) requirePossible(containerPort);
  if (containerPort === undefined && servesRequests) {
    throw new Error(
      "'loadBalancing' is set without 'containerPort', but the load balancer needs the port of the application; "
        + "set 'containerPort' to it",
    );
  }
}

function requirePossible(port: number): void {
  if (Token.isUnresolved(port) || (Number.isInteger(port) && isWithin(port, PORT))) return;
  throw new Error(`'containerPort' is ${port}, but a port is a whole number from ${PORT.least} to ${PORT.most}`);
}
