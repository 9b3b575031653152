import { Token } from 'aws-cdk-lib';
import type * as acm from 'aws-cdk-lib/aws-certificatemanager';
import type * as route53 from 'aws-cdk-lib/aws-route53';

/** What a public load balancer is given to prove its name with. */
interface Domain {
  readonly certificate?: acm.ICertificate;
  readonly domainName?: string;
  readonly domainZone?: route53.IHostedZone;
}

/** Refuses a public load balancer that has no certificate and nothing to issue one for. */
export function requireDomain({ certificate, domainName, domainZone }: Domain): void {
  if (domainName !== undefined && domainZone !== undefined) {
    requireNameInZone(domainName, domainZone);
    return;
  }
  if (domainName !== undefined || domainZone !== undefined) {
    const [given, missing] = domainName === undefined ? ['domainZone', 'domainName'] : ['domainName', 'domainZone'];
    throw new Error(
      `'${given}' is set without '${missing}', but a DNS record needs both a name and its zone; set both or neither`,
    );
  }
  if (certificate === undefined) {
    throw new Error(
      "'certificate' is not set, but a public load balancer needs one for HTTPS; set it, or set 'domainName' "
        + "and 'domainZone' to issue one",
    );
  }
}

/** Refuses a name outside the zone that its record is made in. */
export function requireNameInZone(domainName: string, { zoneName }: route53.IHostedZone, found = `'domainName' is '${domainName}'`): void {
  if (Token.isUnresolved(domainName) || Token.isUnresolved(zoneName)) return;
  if (domainName === zoneName || domainName.endsWith(`.${zoneName}`)) return;
  throw new Error(
    `${found}, but 'domainZone' is the zone of '${zoneName}', and a name outside that zone does not resolve; use a name that ends in `
      + `'.${zoneName}'`,
  );
}
