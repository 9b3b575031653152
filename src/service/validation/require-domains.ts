import { Token } from 'aws-cdk-lib';
import type * as acm from 'aws-cdk-lib/aws-certificatemanager';
import type * as route53 from 'aws-cdk-lib/aws-route53';
import { requireNameInZone } from './require-domain';

/** What a shared load balancer is given to prove its names with. */
interface Domains {
  readonly internetFacing?: boolean;
  readonly certificates?: readonly acm.ICertificate[];
  readonly domainNames?: readonly string[];
  readonly domainZone?: route53.IHostedZone;
}

/** Refuses names without their zone, and an internet-facing load balancer that has no certificate and nothing to issue one for. */
export function requireDomains({ internetFacing, certificates = [], domainNames = [], domainZone }: Domains): void {
  if (domainNames.length > 0 && domainZone !== undefined) return requireNames(domainNames, domainZone);
  requireBoth(domainNames, domainZone);
  if (internetFacing !== true || certificates.length > 0) return;
  throw new Error(
    "'certificates' is not set, but an internet-facing load balancer needs one for HTTPS; set it, or set 'domainNames' and "
      + "'domainZone' to issue one",
  );
}

function requireBoth(domainNames: readonly string[], domainZone: route53.IHostedZone | undefined): void {
  if (domainNames.length === 0 && domainZone === undefined) return;
  const [given, missing] = domainZone === undefined ? ['domainNames', 'domainZone'] : ['domainZone', 'domainNames'];
  throw new Error(
    `'${given}' is set without '${missing}', but a DNS record needs both a name and its zone; set both or neither`,
  );
}

/** The DNS record of each name has its name for an id. */
function requireNames(domainNames: readonly string[], domainZone: route53.IHostedZone): void {
  domainNames.forEach(name => requireNameInZone(name, domainZone, `'domainNames' has '${name}'`));
  if (!domainNames.some(name => Token.isUnresolved(name))) return;
  throw new Error(
    "'domainNames' has a name that is known only at deployment, but the id of each record is derived from its name; set a literal "
      + 'name, or create the alias record yourself',
  );
}
