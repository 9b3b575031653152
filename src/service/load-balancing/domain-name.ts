import * as acm from 'aws-cdk-lib/aws-certificatemanager';
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

/** Makes the DNS record of a load balancer, where it has a name. */
export function publishName(scope: Construct, loadBalancer: elbv2.ILoadBalancerV2, { domainName, domainZone }: DomainName): void {
  if (domainName === undefined || domainZone === undefined) return;
  new route53.ARecord(scope, 'Name', {
    zone: domainZone,
    // The dot ends a whole name: of a zone whose name only deployment knows, the CDK would append the name once more.
    recordName: `${domainName}.`,
    target: route53.RecordTarget.fromAlias(new targets.LoadBalancerTarget(loadBalancer)),
  });
}
