import { ApplicationProtocolVersion, CfnListener, type IApplicationListener } from 'aws-cdk-lib/aws-elasticloadbalancingv2';

/** Refuses a protocol that Elastic Load Balancing takes behind HTTPS only, as far as the listener is known. */
export function requireEncrypted(protocolVersion: ApplicationProtocolVersion | undefined, isEncrypted: boolean): void {
  if (isEncrypted || protocolVersion === undefined || protocolVersion === ApplicationProtocolVersion.HTTP1) return;
  throw new Error(
    `'protocolVersion' is ${protocolVersion}, but Elastic Load Balancing supports it only with an HTTPS listener; set `
      + "'certificate' of the load balancer",
  );
}

/** Whether a listener may speak HTTPS; of an imported one nobody knows. */
export function mayBeEncrypted({ node: { defaultChild: listener } }: IApplicationListener): boolean {
  return !(listener instanceof CfnListener) || listener.protocol !== 'HTTP';
}
