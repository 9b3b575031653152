import { Token } from 'aws-cdk-lib';
import { Protocol } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type * as route53 from 'aws-cdk-lib/aws-route53';
import { requireNameInZone } from './require-domain';
import { requireHealthCheckPath } from './require-health-check-path';
import { isWithin, PORT } from '../../aws/limits';

/** A network load balancer as it was asked for. */
interface AskedConnections {
  readonly protocol?: Protocol;
  readonly port?: number;
  readonly certificate?: unknown;
  readonly domainName?: string;
  readonly domainZone?: route53.IHostedZone;
  readonly healthCheckPath?: string;
  readonly healthCheckPort?: number;
  readonly preserveClientIp?: boolean;
}

const OFFERED: readonly Protocol[] = [Protocol.TCP, Protocol.TLS, Protocol.UDP, Protocol.TCP_UDP];

/** Refuses a network load balancer that Elastic Load Balancing refuses, or whose tasks would never be healthy. */
export function requireConnections(asked: AskedConnections): void {
  const { protocol = Protocol.TCP, port, healthCheckPort, healthCheckPath } = asked;
  requireOffered(protocol);
  requirePort('port', port);
  requirePort('healthCheckPort', healthCheckPort);
  requireHealthCheckPath(healthCheckPath);
  requireNameWithZone(asked);
  requireCertificate(protocol, asked);
  if (protocol === Protocol.UDP || protocol === Protocol.TCP_UDP) requireOfUdp(protocol, asked);
}

function requireOffered(protocol: Protocol): void {
  if (OFFERED.includes(protocol)) return;
  throw new Error(
    `'protocol' is ${protocol}, but LoadBalancing.network offers ${OFFERED.join(', ')}; use LoadBalancing.publicHttps() or `
      + 'LoadBalancing.internal() for HTTP',
  );
}

function requirePort(prop: string, port: number | undefined): void {
  if (port === undefined || Token.isUnresolved(port) || (Number.isInteger(port) && isWithin(port, PORT))) return;
  throw new Error(`'${prop}' is ${port}, but a port is a whole number from ${PORT.least} to ${PORT.most}`);
}

function requireNameWithZone({ domainName, domainZone }: AskedConnections): void {
  if (domainName !== undefined && domainZone !== undefined) return requireNameInZone(domainName, domainZone);
  if (domainName === undefined && domainZone === undefined) return;
  const [given, missing] = domainName === undefined ? ['domainZone', 'domainName'] : ['domainName', 'domainZone'];
  throw new Error(
    `'${given}' is set without '${missing}', but a DNS record needs both a name and its zone; set both or neither`,
  );
}

function requireCertificate(protocol: Protocol, { certificate, domainName }: AskedConnections): void {
  if (protocol === Protocol.TLS && certificate === undefined && domainName === undefined) {
    throw new Error(
      "'protocol' is TLS without 'certificate', but a TLS listener must have one; set it, or set 'domainName' and "
        + "'domainZone' to issue one",
    );
  }
  if (protocol === Protocol.TLS || certificate === undefined) return;
  throw new Error(`'certificate' is set, but 'protocol' is ${protocol}, which uses no certificate; set 'protocol' to TLS, `
    + "or remove 'certificate'");
}

function requireOfUdp(protocol: Protocol, { healthCheckPort, preserveClientIp }: AskedConnections): void {
  if (protocol === Protocol.UDP && healthCheckPort === undefined) {
    throw new Error(
      "'protocol' is UDP without 'healthCheckPort', but Elastic Load Balancing checks health over TCP or HTTP only; set it to a TCP port "
        + 'that the application listens on when it can serve clients',
    );
  }
  if (preserveClientIp !== false) return;
  throw new Error(
    `'preserveClientIp' is false, but Elastic Load Balancing always preserves the client IP address with ${protocol}; remove it`,
  );
}
