import { createHash } from 'node:crypto';
import { Stack } from 'aws-cdk-lib';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import type { FargateService } from 'aws-cdk-lib/aws-ecs';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as targets from 'aws-cdk-lib/aws-route53-targets';
import type { Construct } from 'constructs';

/** What a load balancer is known by, and what it proves that with. */
interface DomainName {
  readonly certificate?: acm.ICertificate;
  readonly domainName?: string;
  readonly domainZone?: route53.IHostedZone;
}

/** The certificate that was given, or one that is issued for the name. */
export function certificateOf(scope: Construct, { certificate, domainName, domainZone }: DomainName): acm.ICertificate | undefined {
  if (certificate !== undefined || domainName === undefined) return certificate;
  return new acm.Certificate(scope, 'Certificate', { domainName, validation: acm.CertificateValidation.fromDns(domainZone) });
}

/**
 * Makes the DNS record of a load balancer, where it has a name.
 *
 * Its logical id follows from the name: Route 53 refuses to create a record that exists, so the record of a service with another
 * construct id has to be the same one. It moves to the new load balancer when the tasks behind that are up.
 */
export function publishName(
  scope: Construct, loadBalancer: elbv2.ILoadBalancerV2, { domainName, domainZone }: DomainName, service?: FargateService,
): void {
  if (domainName === undefined || domainZone === undefined) return;
  const record = new route53.ARecord(scope, 'Name', {
    zone: domainZone,
    // The dot ends a whole name: of a zone whose name only deployment knows, the CDK would append the name once more.
    recordName: `${domainName}.`,
    target: route53.RecordTarget.fromAlias(new targets.LoadBalancerTarget(loadBalancer)),
  });
  if (service === undefined) return;
  // The resource alone: what is added below the service may wait for the name.
  record.node.addDependency(service.node.findChild('Service'));
  const { defaultChild } = record.node;
  const identity = JSON.stringify(Stack.of(scope).resolve([domainName, domainZone.hostedZoneId]));
  const id = `HardenedFargateName${createHash('sha256').update(identity).digest('hex').slice(0, 8).toUpperCase()}`;
  if (defaultChild instanceof route53.CfnRecordSet) defaultChild.overrideLogicalId(id);
}
