import type { Check, Problem, Skipped } from './problem';
import { isLeftToDeployment, written } from './written';
import type { Reading } from '../account/reading';
import { isKnown } from '../facts/model/fact';
import { asItems } from '../facts/template/items';
import { placeOf, type Resource } from '../facts/template/resource';
import { asString, at, type Resolved } from '../facts/template/source/resolved';
import type { Templates } from '../facts/template/templates';

const HOLDERS = ['AWS::ElasticLoadBalancingV2::Listener', 'AWS::ElasticLoadBalancingV2::ListenerCertificate'];

/** Certificates of listeners that the app does not create: there, issued, in the Region, and for the names of the load balancer. */
export const certificates: Check = async ({ templates }, reading) => (await Promise.all(HOLDERS.flatMap(type =>
  templates.ofType(type).flatMap(holder => asItems(holder.properties.Certificates).map(certificate =>
    certificateOf(at(certificate, 'CertificateArn'), holder, templates, reading)))))).flat();

async function certificateOf(
  value: Resolved, holder: Resource, templates: Templates, reading: Reading,
): Promise<readonly (Problem | Skipped)[]> {
  const arn = written(value);
  return arn?.split(':')[2] === 'acm' ? problemsOf(arn, holder, templates, reading) : skippedOf(value, holder, templates);
}

function skippedOf(arn: Resolved, holder: Resource, templates: Templates): readonly Skipped[] {
  const place = placeOf(holder, 'Certificates');
  if (isLeftToDeployment(arn, templates)) return [{ at: place, seen: 'the certificate is known only at deployment' }];
  return written(arn) === undefined ? [] : [{ at: place, seen: `the certificate ${String(arn)} is not in AWS Certificate Manager` }];
}

/** What is wrong with a certificate, and what mends it. */
type Fault = readonly [seen: string, fix: string];

interface CertificateAnswer {
  readonly Status?: string;
  readonly SubjectAlternativeNames?: readonly string[];
}

async function problemsOf(arn: string, holder: Resource, templates: Templates, reading: Reading): Promise<readonly Problem[]> {
  const problem = ([seen, fix]: Fault): Problem => ({ at: placeOf(holder, 'Certificates'), seen: `the certificate ${arn} ${seen}`, fix });
  const [region, ownRegion] = [arn.split(':')[3], templates.regionOf(holder.stack)];
  if (ownRegion !== undefined && region !== ownRegion) {
    return [problem([`is in ${region}, but the load balancer is in ${ownRegion}`, `Use a certificate in ${ownRegion}.`])];
  }
  const found = await reading.part<CertificateAnswer>('acm:DescribeCertificate', { CertificateArn: arn }, 'Certificate');
  return isKnown(found) ? faultsOf(found, namesLeadingTo(holder, templates)).map(problem) : [];
}

function faultsOf(certificate: CertificateAnswer | undefined, names: readonly string[]): readonly Fault[] {
  if (certificate === undefined) return [['does not exist', 'Request the certificate, or correct its ARN.']];
  const { Status = 'ISSUED', SubjectAlternativeNames: patterns = [] } = certificate;
  if (Status !== 'ISSUED') {
    return [[`is not issued: its status is ${Status}`, 'Complete the validation of the certificate, or use an issued certificate.']];
  }
  const others = names.filter(name => patterns.length > 0 && !patterns.some(pattern => covers(pattern, name)));
  return others.map(name =>
    [`is for ${patterns.join(' and ')}, but not for ${name}, the name of the load balancer`, `Use a certificate that covers ${name}.`]);
}

/** The records of the app that are aliases of the load balancer of a listener, unless the listener has other certificates too. */
function namesLeadingTo(listener: Resource, templates: Templates): readonly string[] {
  const added = templates.ofType('AWS::ElasticLoadBalancingV2::ListenerCertificate')
    .some(({ properties }) => templates.referred(properties.ListenerArn)?.key === listener.key);
  const balancer = templates.referred(listener.properties.LoadBalancerArn, 'AWS::ElasticLoadBalancingV2::LoadBalancer');
  if (added || balancer === undefined || asItems(listener.properties.Certificates).length > 1) return [];
  return templates.ofType('AWS::Route53::RecordSet').filter(({ properties }) =>
    String(asString(at(properties.AliasTarget, 'DNSName'))).includes(`\${${balancer.key}.DNSName}`))
    .flatMap(({ properties: { Name } }) => written(Name)?.replace(/\.$/, '') ?? []);
}

/** An asterisk of a certificate stands for one label. */
const covers = (pattern: string, name: string): boolean => pattern.startsWith('*.')
  ? name.slice(name.indexOf('.') + 1).toLowerCase() === pattern.slice(2).toLowerCase() && name.includes('.')
  : pattern.toLowerCase() === name.toLowerCase();
