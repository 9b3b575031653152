import * as ecs from 'aws-cdk-lib/aws-ecs';
import { containerProtocolsOf } from './container-protocols';
import type { LoadBalancing } from './load-balancing';

interface Ports {
  readonly containerPort?: number;
  readonly loadBalancing?: LoadBalancing;
}

/** The ports that the application listens on. */
export function portMappingsOf({ containerPort, loadBalancing }: Ports): ecs.PortMapping[] | undefined {
  if (containerPort === undefined) return undefined;
  const { protocol, healthCheckPort } = loadBalancing?._connections ?? {};
  const [first, ...others] = containerProtocolsOf(protocol);
  return [
    { containerPort, protocol: first === ecs.Protocol.TCP ? undefined : first },
    ...others.map(other => ({ containerPort, protocol: other })),
    ...needsOwnMapping(containerPort, first, healthCheckPort) ? [{ containerPort: healthCheckPort }] : [],
  ];
}

/** Health is checked over TCP, whatever the clients speak. */
const needsOwnMapping = (containerPort: number, protocol: ecs.Protocol, healthCheckPort: number | undefined): healthCheckPort is number =>
  healthCheckPort !== undefined && (healthCheckPort !== containerPort || protocol !== ecs.Protocol.TCP);
