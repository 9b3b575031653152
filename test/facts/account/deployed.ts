import { idOf, PLACE, valueOf } from './physical-ids';
import type { Resolved } from '../../../src/facts/template/source/resolved';
import type { Templates } from '../../../src/facts/template/templates';

/** What was meant by nobody but deployment. */
export class Undeployable extends Error {}

const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::Region': PLACE.region, 'AWS::AccountId': PLACE.account, 'AWS::Partition': 'aws', 'AWS::URLSuffix': 'amazonaws.com', 'AWS::StackName': 'shop',
};

/** A text of a template as it is once the template is deployed: with ids in place of references. */
export const deployedText = (templates: Templates, text: string): string => text
  // The CDK takes the ARN of a repository apart to write its host.
  .replace(/^\$\{\?\}\.dkr\.ecr\.\$\{\?\}\./, `${PLACE.account}.dkr.ecr.${PLACE.region}.`)
  .replace(/\$\{([^}]+)\}/g, (whole, symbol: string) => {
    const zone = /^AvailabilityZone (\d)$/.exec(symbol)?.[1];
    const resource = templates.referred(whole);
    if (resource?.type.startsWith('Custom::') === true) throw new Undeployable(`what ${resource.type} returns`);
    if (resource !== undefined) return valueOf(resource, symbol.slice(symbol.lastIndexOf('.') + 1));
    return PSEUDO[symbol] ?? (zone === undefined ? whole : `${PLACE.region}${'abcdef'[Number(zone)]}`);
  })
  .replace(/^S\/[A-Za-z0-9/]+$/, key => keyed(templates, key));

const keyed = (templates: Templates, key: string): string => {
  const resource = templates.withKey(key);
  return resource === undefined ? key : idOf(resource);
};

/** A value of a template as it is once the template is deployed. */
export function deployed(templates: Templates, value: Resolved): unknown {
  if (typeof value === 'symbol') throw new Undeployable('a value');
  if (typeof value === 'string') {
    const text = deployedText(templates, value);
    if (text.includes('${?}')) throw new Undeployable(value);
    return text;
  }
  if (Array.isArray(value)) return (value as readonly Resolved[]).map(item => deployed(templates, item));
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => {
    if (typeof inner === 'symbol') throw new Undeployable(name);
    return [name, deployed(templates, inner)];
  }));
}
