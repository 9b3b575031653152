import * as ecs from 'aws-cdk-lib/aws-ecs';
import { containerProtocolsOf } from './container-protocols';
import type { LoadBalancing } from './load-balancing';

interface Ports {
  readonly containerPort?: number;
  readonly portMappings?: readonly ecs.PortMapping[];
  readonly loadBalancing?: LoadBalancing;
}

/** The ports that the application listens on, that of the load balancer first. */
export function portMappingsOf({ containerPort, portMappings = [], loadBalancing }: Ports): ecs.PortMapping[] | undefined {
  const needed = neededPorts(containerPort, loadBalancing);
  const isAmong = (mappings: readonly ecs.PortMapping[], { containerPort: port, protocol }: ecs.PortMapping) =>
    mappings.some(other => other.containerPort === port && protocolOf(other.protocol) === protocolOf(protocol));
  const stated = needed.map(port => portMappings.find(mapping => isAmong([port], mapping)) ?? port);
  const all = [...stated, ...portMappings.filter(mapping => !isAmong(needed, mapping))];
  return all.length === 0 ? undefined : all;
}

function neededPorts(containerPort: number | undefined, loadBalancing: LoadBalancing | undefined): readonly ecs.PortMapping[] {
  if (containerPort === undefined) return [];
  const { protocol, healthCheckPort } = loadBalancing?._connections ?? {};
  const [first, ...others] = containerProtocolsOf(protocol);
  return [
    { containerPort, protocol: first === ecs.Protocol.TCP ? undefined : first },
    ...others.map(other => ({ containerPort, protocol: other })),
    ...needsOwnMapping(containerPort, first, healthCheckPort) ? [{ containerPort: healthCheckPort }] : [],
  ];
}

const protocolOf = (protocol: ecs.Protocol | undefined): ecs.Protocol => protocol ?? ecs.Protocol.TCP;

/** Health is checked over TCP, whatever the clients speak. */
const needsOwnMapping = (containerPort: number, protocol: ecs.Protocol, healthCheckPort: number | undefined): healthCheckPort is number =>
  healthCheckPort !== undefined && (healthCheckPort !== containerPort || protocol !== ecs.Protocol.TCP);
